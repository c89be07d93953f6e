# Three models fine-tuned on the dataset: examples, bases, fine-tunes, scores, tables.
FINETUNE = MUSE.config["finetune"]
FINETUNE_MODELS = list(FINETUNE["models"])
FINETUNE_RUNS = [f"seed{seed}" for seed in FINETUNE["seeds"]]


wildcard_constraints:
    model=r"[a-z0-9][a-z0-9.-]*",
    seed=r"\d+",


rule examples:
    input:
        config=step_config("examples", "seed", "finetune"),
        src=sources("examples"),
        train="data/splits/train.jsonl",
        validation="data/splits/validation.jsonl",
        test="data/splits/test.jsonl",
        catalog="data/catalog/described.jsonl",
        images="data/catalog/images",
        index="data/catalog/index",
    output:
        examples=directory("data/finetune/examples"),
    log:
        "work/logs/examples.log",
    benchmark:
        "work/benchmarks/examples.tsv"
    shell:
        "muse examples --config {input.config} --train {input.train} --validation {input.validation}"
        " --test {input.test} --catalog {input.catalog} --images {input.images} --index {input.index}"
        " --output {output.examples} 2> {log}"


rule base:
    input:
        config=step_config("base", "seed", "finetune"),
        src=sources("base"),
        examples="data/finetune/examples",
        catalog="data/catalog/described.jsonl",
        images="data/catalog/images",
    output:
        base=directory("data/finetune/models/{model}/base"),
    log:
        "work/logs/base-{model}.log",
    benchmark:
        "work/benchmarks/base-{model}.tsv"
    threads: FINETUNE["threads"]
    shell:
        "muse base --config {input.config} --model {wildcards.model} --examples {input.examples}"
        " --catalog {input.catalog} --images {input.images} --work work/finetune/{wildcards.model}/base"
        " --output {output.base} 2> {log}"


rule finetune:
    input:
        config=step_config("finetune", "seed", "finetune"),
        src=sources("finetune"),
        base="data/finetune/models/{model}/base",
        examples="data/finetune/examples",
        catalog="data/catalog/described.jsonl",
        images="data/catalog/images",
    output:
        adapter=directory("data/finetune/models/{model}/seed{seed}"),
    log:
        "work/logs/finetune-{model}-seed{seed}.log",
    benchmark:
        "work/benchmarks/finetune-{model}-seed{seed}.tsv"
    threads: FINETUNE["threads"]
    shell:
        "muse finetune --config {input.config} --base {input.base} --seed {wildcards.seed} --share 1"
        " --examples {input.examples} --catalog {input.catalog} --images {input.images}"
        " --work work/finetune/{wildcards.model}/seed{wildcards.seed} --output {output.adapter} 2> {log}"


rule evaluate_base:
    input:
        config=step_config("evaluate", "seed", "finetune"),
        src=sources("evaluate"),
        base="data/finetune/models/{model}/base",
        examples="data/finetune/examples",
        catalog="data/catalog/described.jsonl",
        images="data/catalog/images",
    output:
        scores="results/finetune/scores/{model}/base.jsonl",
    log:
        "work/logs/evaluate-{model}-base.log",
    benchmark:
        "work/benchmarks/evaluate-{model}-base.tsv"
    threads: FINETUNE["threads"]
    shell:
        "muse evaluate --config {input.config} --model {wildcards.model} --run base --base {input.base}"
        " --examples {input.examples} --catalog {input.catalog} --images {input.images}"
        " --output {output.scores} 2> {log}"


rule evaluate:
    input:
        config=step_config("evaluate", "seed", "finetune"),
        src=sources("evaluate"),
        base="data/finetune/models/{model}/base",
        adapter="data/finetune/models/{model}/seed{seed}",
        examples="data/finetune/examples",
        catalog="data/catalog/described.jsonl",
        images="data/catalog/images",
    output:
        scores="results/finetune/scores/{model}/seed{seed}.jsonl",
    log:
        "work/logs/evaluate-{model}-seed{seed}.log",
    benchmark:
        "work/benchmarks/evaluate-{model}-seed{seed}.tsv"
    threads: FINETUNE["threads"]
    shell:
        "muse evaluate --config {input.config} --model {wildcards.model} --run seed{wildcards.seed}"
        " --base {input.base} --adapter {input.adapter} --examples {input.examples} --catalog {input.catalog}"
        " --images {input.images} --output {output.scores} 2> {log}"


rule finetune_summary:
    input:
        config=step_config("finetune_summary", "seed", "finetune"),
        src=sources("finetune_summary"),
        scores=expand(
            "results/finetune/scores/{model}/{run}.jsonl", model=FINETUNE_MODELS, run=["base", *FINETUNE_RUNS]
        ),
        examples="data/finetune/examples",
        catalog="data/catalog/described.jsonl",
        truth="data/catalog/truth.json",
    output:
        recommendation="results/finetune/recommendation.csv",
        response="results/finetune/response.csv",
        comparisons="results/finetune/comparisons.csv",
        summary="results/finetune/summary.json",
    params:
        scores=lambda wildcards, input: " ".join(f"--scores {path}" for path in input.scores),
    log:
        "work/logs/finetune_summary.log",
    benchmark:
        "work/benchmarks/finetune_summary.tsv"
    shell:
        "muse finetune-summary --config {input.config} {params.scores} --examples {input.examples}"
        " --catalog {input.catalog} --truth {input.truth} --recommendation {output.recommendation}"
        " --response {output.response} --comparisons {output.comparisons} --summary {output.summary} 2> {log}"


# All of the fine-tuning evaluations.
rule finetune_all:
    input:
        rules.finetune_summary.output,
