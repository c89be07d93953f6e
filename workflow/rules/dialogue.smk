# Conversations in shards, rewritten and reviewed in shards, then exactly as many as wanted.


rule converse:
    input:
        profiles="data/profiles.jsonl",
        described="data/catalog/described.jsonl",
        images="data/catalog/images",
        index="data/catalog/index",
        config=step_config("converse", "seed", "llm", "profiles", "dialogue"),
        src=sources("converse"),
    output:
        conversations="work/conversations/{scatteritem}.jsonl",
        rejections="work/conversations/{scatteritem}.rejected.jsonl",
        usage="work/usage/converse-{scatteritem}.json",
    log:
        "work/logs/converse/{scatteritem}.log",
    benchmark:
        "work/benchmarks/converse/{scatteritem}.tsv"
    priority: 1  # the longest first: the last shard's rewriting does not wait alone
    shell:
        "muse converse --config {input.config} --profiles {input.profiles} --items {input.described}"
        " --images {input.images} --index {input.index} --shard {wildcards.scatteritem}"
        " --conversations {output.conversations} --rejections {output.rejections} > {log} 2>&1"


rule optimize:
    input:
        conversations="work/conversations/{scatteritem}.jsonl",
        described="data/catalog/described.jsonl",
        config=step_config("optimize", "seed", "llm", "optimizer"),
        src=sources("optimize"),
    output:
        optimized="work/optimized/{scatteritem}.jsonl",
        rejections="work/optimized/{scatteritem}.rejected.jsonl",
        usage="work/usage/optimize-{scatteritem}.json",
    log:
        "work/logs/optimize/{scatteritem}.log",
    benchmark:
        "work/benchmarks/optimize/{scatteritem}.tsv"
    shell:
        "muse optimize --config {input.config} --conversations {input.conversations} --items {input.described}"
        " --optimized {output.optimized} --rejections {output.rejections} > {log} 2>&1"


rule gather_conversations:
    input:
        optimized=gather.shards("work/optimized/{scatteritem}.jsonl"),
        rejections=[
            *gather.shards("work/conversations/{scatteritem}.rejected.jsonl"),
            *gather.shards("work/optimized/{scatteritem}.rejected.jsonl"),
        ],
        profiles="data/profiles.jsonl",
        described="data/catalog/described.jsonl",
        images="data/catalog/images",
        index="data/catalog/index",
        config=step_config("gather_conversations", "seed", "llm", "profiles", "dialogue", "optimizer"),
        src=sources("gather_conversations"),
    output:
        conversations="data/conversations.jsonl",
        quarantine="data/conversations.quarantine.jsonl",
        report="results/dataset/generation.json",
        usage="work/usage/gather-conversations.json",
    params:
        optimized=lambda wildcards, input: [f"--optimized {path}" for path in input.optimized],
        rejections=lambda wildcards, input: [f"--rejections {path}" for path in input.rejections],
    log:
        "work/logs/gather_conversations.log",
    benchmark:
        "work/benchmarks/gather_conversations.tsv"
    shell:
        "muse gather-conversations --config {input.config} --profiles {input.profiles} --items {input.described}"
        " --images {input.images} --index {input.index} {params.optimized} {params.rejections}"
        " --conversations {output.conversations} --quarantine {output.quarantine} --report {output.report} > {log} 2>&1"
