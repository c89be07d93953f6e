# Scenario-grounded user profiles: candidates in shards, then exactly as many as wanted.


rule profiles:
    input:
        described="data/catalog/described.jsonl",
        images="data/catalog/images",
        reasons="config/purchase_reasons.yaml",
        config=step_config("profiles", "seed", "llm", "profiles"),
        src=sources("profiles"),
    output:
        candidates="work/profiles/{scatteritem}.jsonl",
        usage="work/usage/profiles-{scatteritem}.json",
    log:
        "work/logs/profiles/{scatteritem}.log",
    benchmark:
        "work/benchmarks/profiles/{scatteritem}.tsv"
    shell:
        "muse profiles --config {input.config} --items {input.described} --images {input.images}"
        " --reasons {input.reasons} --shard {wildcards.scatteritem} --candidates {output.candidates} > {log} 2>&1"


rule gather_profiles:
    input:
        shards=gather.shards("work/profiles/{scatteritem}.jsonl"),
        described="data/catalog/described.jsonl",
        images="data/catalog/images",
        reasons="config/purchase_reasons.yaml",
        config=step_config("gather_profiles", "seed", "llm", "profiles"),
        src=sources("gather_profiles"),
    output:
        profiles="data/profiles.jsonl",
        quarantine="data/profiles.quarantine.jsonl",
        counts="results/dataset/profiles.json",
        usage="work/usage/gather-profiles.json",
    log:
        "work/logs/gather_profiles.log",
    benchmark:
        "work/benchmarks/gather_profiles.tsv"
    shell:
        "muse gather-profiles --config {input.config} --items {input.described} --images {input.images}"
        " --reasons {input.reasons} --profiles {output.profiles} --quarantine {output.quarantine}"
        " --counts {output.counts} {input.shards} > {log} 2>&1"
