# What the model calls took: `usage` in a form that a replay gives again, `times` as it was on this machine.
GENERATED = MUSE.config["dataset"]["source"] == "generated"


rule usage:
    input:
        src=sources("usage"),
        left=[
            "work/usage/categories.json",
            *gather.shards("work/usage/describe-{scatteritem}.json"),
            *gather.shards("work/usage/profiles-{scatteritem}.json"),
            "work/usage/gather-profiles.json",
            *gather.shards("work/usage/converse-{scatteritem}.json"),
            *gather.shards("work/usage/optimize-{scatteritem}.json"),
            "work/usage/gather-conversations.json",
        ] if GENERATED else [],
    output:
        usage="results/llm/usage.json",
        times="work/times/dataset.json",
    log:
        "work/logs/usage.log",
    benchmark:
        "work/benchmarks/usage.tsv"
    shell:
        "muse usage {input.left} --answers {output.usage} --times {output.times} > {log} 2>&1"


rule judge_usage:
    input:
        src=sources("usage"),
        left=["work/usage/judge.json", "work/usage/pairwise.json"],
    output:
        usage="results/llm/judge_usage.json",
        times="work/times/judge.json",
    log:
        "work/logs/judge_usage.log",
    benchmark:
        "work/benchmarks/judge_usage.tsv"
    shell:
        "muse usage {input.left} --answers {output.usage} --times {output.times} > {log} 2>&1"
