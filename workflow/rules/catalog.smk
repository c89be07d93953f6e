# Items, what is seen in their pictures, and the index over both.


rule catalog:
    input:
        config=step_config("catalog", "seed", "catalog"),
        src=sources("catalog"),
    output:
        catalog="data/catalog/items.jsonl",
        images=directory("data/catalog/images"),
        truth="data/catalog/truth.json",
        quarantine="data/catalog/quarantine.jsonl",
    log:
        "work/logs/catalog.log",
    benchmark:
        "work/benchmarks/catalog.tsv"
    shell:
        "muse catalog --config {input.config} --items {output.catalog} --images {output.images}"
        " --truth {output.truth} --quarantine {output.quarantine} 2> {log}"


rule describe:
    input:
        catalog="data/catalog/items.jsonl",
        images="data/catalog/images",
        config=step_config("describe", "seed", "llm", "description"),
        src=sources("describe"),
    output:
        described="data/catalog/described.jsonl",
        categories="data/catalog/categories.json",
        quarantine="data/catalog/described.quarantine.jsonl",
    log:
        "work/logs/describe.log",
    benchmark:
        "work/benchmarks/describe.tsv"
    shell:
        "muse describe --config {input.config} --items {input.catalog} --images {input.images}"
        " --described {output.described} --categories {output.categories} --quarantine {output.quarantine} 2> {log}"


rule index:
    input:
        described="data/catalog/described.jsonl",
        images="data/catalog/images",
        config=step_config("index", "index"),
        src=sources("index"),
    output:
        index=directory("data/catalog/index"),
    log:
        "work/logs/index.log",
    benchmark:
        "work/benchmarks/index.tsv"
    threads: MUSE.config["index"]["threads"]
    shell:
        "muse index --config {input.config} --items {input.described} --images {input.images}"
        " --index {output.index} 2> {log}"
