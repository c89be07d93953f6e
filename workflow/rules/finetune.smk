# Three models fine-tuned on the dataset: examples, bases, fine-tunes, scores, tables.
import re

FINETUNE = MUSE.config["finetune"]
FINETUNE_MODELS = list(FINETUNE["models"])
FINETUNE_RUNS = [f"seed{seed}" for seed in FINETUNE["seeds"]]
FINETUNE_MORE = [f"seed{seed}" for seed in FINETUNE["more_seeds"]]
FINETUNE_CURVE = [f"seed{FINETUNE['seeds'][0]}-share{share}" for share in FINETUNE["shares_percent"]]
# One process is `muse` itself; several are started by accelerate (by `--multi_gpu` on a CPU too), on a port that is free.
FINETUNE_LAUNCH = (
    "muse"
    if FINETUNE["processes"] == 1
    else f"accelerate launch --multi_gpu --num_processes {FINETUNE['processes']} --main_process_port 0 $(command -v muse)"
)
# What a model's steps read of the section: a change of the rest of it trains nothing again.
FINETUNE_ENCODING = ["device", "threads", "precision", "image_size_px", "context_tokens", "query_tokens", "dialogue_turns"]
FINETUNE_TRAINING = [*FINETUNE_ENCODING, "processes", "gradient_checkpointing"]


def finetune_config(step, *parts):
    """The step's configuration: the seed and these parts of the section."""
    return step_config(step, "seed", *(f"finetune.{part}" for part in parts))


# Each model has its own, so that one more model leaves the others as they are. Written now: Snakemake does not see a file
# that an input function writes into a folder it has already looked through.
FINETUNE_BASE_CONFIGS = {
    model: finetune_config(f"base-{model}", f"models.{model}", "size", "base", *FINETUNE_TRAINING)
    for model in FINETUNE_MODELS
}


def finetune_run(wildcards):
    """Seed and share of the training conversations from a run's name, as in seed1 or seed1-share10 (per cent)."""
    seed, _, percent = wildcards.run.removeprefix("seed").partition("-share")
    return f"--seed {seed} --share {int(percent or 100) / 100}"


def finetune_conditions(wildcards):
    """Pictures and titles are taken away from whole runs alone."""
    conditions = ["full"] if wildcards.run == "base" or "-share" in wildcards.run else ["full", "blank", "no-title"]
    return " ".join(f"--condition {condition}" for condition in conditions)


def finetune_adapter(wildcards):
    """What is added to the base: nothing, where the base itself is scored."""
    return [] if wildcards.run == "base" else f"data/finetune/models/{wildcards.model}/{wildcards.run}"


def finetune_named(patterns):
    """Outputs with the model and run of every job of every target in place of {model} and {run}."""
    runs = ["base", *FINETUNE_RUNS, *FINETUNE_MORE, *FINETUNE_CURVE]
    return {
        re.sub(r"{run\b[^}]*}", run, re.sub(r"{model\b[^}]*}", model, pattern))  # with their constraints
        for pattern in patterns
        for model in FINETUNE_MODELS
        for run in runs
    }


def finetune_scores(*runs):
    return expand("results/finetune/scores/{model}/{run}.jsonl", model=FINETUNE_MODELS, run=runs)


wildcard_constraints:
    model=r"[a-z0-9][a-z0-9.-]*",
    run=r"seed\d+(-share\d+)?",


rule examples:
    input:
        config=finetune_config("examples", "candidates", "limits", "warm_up"),
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
        " --output {output.examples} > {log} 2>&1"


rule base:
    input:
        config=lambda wildcards: FINETUNE_BASE_CONFIGS[wildcards.model],
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
    priority: 2  # the longest chain begins here: no core is left waiting for its end
    shell:
        "muse base --config {input.config} --model {wildcards.model} --examples {input.examples}"
        " --catalog {input.catalog} --images {input.images} --work work/finetune/{wildcards.model}/base"
        " --output {output.base} > {log} 2>&1"


rule tune:
    input:
        config=finetune_config("tune", "training", "lora", *FINETUNE_TRAINING),
        src=sources("tune"),
        base="data/finetune/models/{model}/base",
        examples="data/finetune/examples",
        catalog="data/catalog/described.jsonl",
        images="data/catalog/images",
    output:
        adapter=directory("data/finetune/models/{model}/{run}"),
    params:
        run=finetune_run,
    log:
        "work/logs/tune-{model}-{run}.log",
    benchmark:
        "work/benchmarks/tune-{model}-{run}.tsv"
    threads: FINETUNE["threads"] * FINETUNE["processes"]
    priority: 1
    resources:
        gpu=FINETUNE["processes"] if FINETUNE["device"] == "cuda" else 0,
    shell:
        FINETUNE_LAUNCH + " tune --config {input.config} --base {input.base} {params.run}"
        " --examples {input.examples} --catalog {input.catalog} --images {input.images}"
        " --work work/finetune/{wildcards.model}/{wildcards.run} --output {output.adapter} > {log} 2>&1"


rule losses:
    input:
        src=sources("losses"),
        runs=expand("data/finetune/models/{model}/{run}", model=FINETUNE_MODELS, run=["base", *FINETUNE_RUNS]),
    output:
        losses="results/finetune/losses.csv",
    params:
        runs=lambda wildcards, input: " ".join(f"--run {path}" for path in input.runs),
    log:
        "work/logs/losses.log",
    benchmark:
        "work/benchmarks/losses.tsv"
    shell:
        "muse losses {params.runs} --output {output.losses} > {log} 2>&1"


rule evaluate:
    input:
        config=finetune_config("evaluate", "evaluation.batch_size", "evaluation.new_tokens", *FINETUNE_ENCODING),
        src=sources("evaluate"),
        base="data/finetune/models/{model}/base",
        adapter=finetune_adapter,
        examples="data/finetune/examples",
        catalog="data/catalog/described.jsonl",
        images="data/catalog/images",
    output:
        scores="results/finetune/scores/{model}/{run}.jsonl",
    params:
        conditions=finetune_conditions,
        adapter=lambda wildcards, input: f"--adapter {input.adapter}" if input.adapter else "",
    wildcard_constraints:
        run=r"base|seed\d+(-share\d+)?",
    log:
        "work/logs/evaluate-{model}-{run}.log",
    benchmark:
        "work/benchmarks/evaluate-{model}-{run}.tsv"
    threads: FINETUNE["threads"]
    shell:
        "muse evaluate --config {input.config} --model {wildcards.model} --run {wildcards.run}"
        " --base {input.base} {params.adapter} --examples {input.examples} --catalog {input.catalog}"
        " --images {input.images} {params.conditions} --output {output.scores} > {log} 2>&1"


rule baselines:
    input:
        config=finetune_config("baselines", "evaluation.ridge"),
        src=sources("baselines"),
        examples="data/finetune/examples",
        catalog="data/catalog/described.jsonl",
        images="data/catalog/images",
        index="data/catalog/index",
    output:
        scores="results/finetune/scores/baselines.jsonl",
    log:
        "work/logs/baselines.log",
    benchmark:
        "work/benchmarks/baselines.tsv"
    shell:
        "muse baselines --config {input.config} --examples {input.examples}"
        " --catalog {input.catalog}"
        " --images {input.images} --index {input.index} --output {output.scores} > {log} 2>&1"


rule finetune_summary:
    input:
        config=finetune_config("finetune_summary", "candidates", "threads", "evaluation.resamples", "evaluation.bertscore"),
        src=sources("finetune_summary"),
        scores=["results/finetune/scores/baselines.jsonl", *finetune_scores("base", *FINETUNE_RUNS)],
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
        " --response {output.response} --comparisons {output.comparisons} --summary {output.summary} > {log} 2>&1"


rule finetune_more:
    input:
        config=finetune_config("finetune_more", "seeds", "evaluation.resamples"),
        src=sources("finetune_more"),
        scores=finetune_scores("base", *FINETUNE_RUNS, *FINETUNE_MORE, *FINETUNE_CURVE),
        examples="data/finetune/examples",
        catalog="data/catalog/described.jsonl",
        truth="data/catalog/truth.json",
    output:
        seeds="results/finetune/seeds.csv",
        curve="results/finetune/curve.csv",
    params:
        scores=lambda wildcards, input: " ".join(f"--scores {path}" for path in input.scores),
    log:
        "work/logs/finetune_more.log",
    benchmark:
        "work/benchmarks/finetune_more.tsv"
    shell:
        "muse finetune-more --config {input.config} {params.scores} --examples {input.examples}"
        " --catalog {input.catalog} --truth {input.truth} --seeds {output.seeds} --curve {output.curve} > {log} 2>&1"
