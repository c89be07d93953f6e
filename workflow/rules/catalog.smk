# Items, what is seen in their pictures, and the index over both.
from muse.catalog.photos import check as check_photos
from muse.catalog.settings import CatalogSettings

CATALOG = CatalogSettings.model_validate(MUSE.config["catalog"])
CATALOG_FILES = []  # what the items come from, by content: a photo changed in place is seen
if CATALOG.source == "photos":
    try:
        check_photos(CATALOG)
    except MuseError as error:
        raise WorkflowError(str(error)) from None
    CATALOG_FILES = MUSE.contents("photos", Path(CATALOG.photos.path))
elif CATALOG.source == "amazon" and CATALOG.amazon.path is not None:
    CATALOG_FILES = MUSE.contents("amazon", Path(CATALOG.amazon.path))


rule catalog:
    input:
        files=CATALOG_FILES,
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
        " --truth {output.truth} --quarantine {output.quarantine} > {log} 2>&1"


rule categories:
    input:
        catalog="data/catalog/items.jsonl",
        config=step_config("categories", "seed", "llm", "description"),
        src=sources("categories"),
    output:
        categories="data/catalog/categories.json",
        usage="work/usage/categories.json",
    log:
        "work/logs/categories.log",
    benchmark:
        "work/benchmarks/categories.tsv"
    shell:
        "muse categories --config {input.config} --items {input.catalog} --categories {output.categories} > {log} 2>&1"


rule describe:
    input:
        catalog="data/catalog/items.jsonl",
        images="data/catalog/images",
        categories="data/catalog/categories.json",
        config=step_config("describe", "seed", "llm"),
        src=sources("describe"),
    output:
        described="work/describe/{scatteritem}.jsonl",
        quarantine="work/describe/{scatteritem}.quarantine.jsonl",
        usage="work/usage/describe-{scatteritem}.json",
    log:
        "work/logs/describe/{scatteritem}.log",
    benchmark:
        "work/benchmarks/describe/{scatteritem}.tsv"
    shell:
        "muse describe --config {input.config} --items {input.catalog} --images {input.images}"
        " --categories {input.categories} --shard {wildcards.scatteritem}"
        " --described {output.described} --quarantine {output.quarantine} > {log} 2>&1"


rule gather_describe:
    input:
        catalog="data/catalog/items.jsonl",
        described=gather.shards("work/describe/{scatteritem}.jsonl"),
        rejected=gather.shards("work/describe/{scatteritem}.quarantine.jsonl"),
        src=sources("gather_describe"),
    output:
        described="data/catalog/described.jsonl",
        quarantine="data/catalog/described.quarantine.jsonl",
    params:
        shards=lambda wildcards, input: [f"--shard {path}" for path in input.described],
        rejected=lambda wildcards, input: [f"--rejected {path}" for path in input.rejected],
    log:
        "work/logs/gather_describe.log",
    benchmark:
        "work/benchmarks/gather_describe.tsv"
    shell:
        "muse gather-describe --items {input.catalog} --described {output.described}"
        " --quarantine {output.quarantine} {params.shards} {params.rejected} > {log} 2>&1"


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
        " --index {output.index} > {log} 2>&1"


rule retrieval:
    input:
        described="data/catalog/described.jsonl",
        truth="data/catalog/truth.json",  # queries are written from it; nothing but this measurement reads it
        index="data/catalog/index",
        config=step_config("retrieval", "seed", "retrieval"),
        src=sources("retrieval"),
    output:
        retrieval="results/dataset/retrieval.json",
    log:
        "work/logs/retrieval.log",
    benchmark:
        "work/benchmarks/retrieval.tsv"
    shell:
        "muse retrieval --config {input.config} --items {input.described} --truth {input.truth}"
        " --index {input.index} --output {output.retrieval} > {log} 2>&1"
