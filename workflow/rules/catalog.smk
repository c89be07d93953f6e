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
