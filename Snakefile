# The whole artifact: dataset, quality statistics, fine-tuning evaluations, paper.
# Targets: dataset, quality, finetune, site, paper, all. Run: snakemake --cores 8
report: "workflow/report/run.rst"

include: "workflow/rules/common.smk"
include: "workflow/rules/catalog.smk"
include: "workflow/rules/profiles.smk"
include: "workflow/rules/dialogue.smk"
include: "workflow/rules/usage.smk"
include: "workflow/rules/dataset.smk"
include: "workflow/rules/quality.smk"
include: "workflow/rules/finetune.smk"
include: "workflow/rules/paper.smk"


# A target names every lasting file of its part: one that was lost is made again, though nothing later asks for it.
rule dataset:
    input:
        lasting(rules.catalog.output),
        lasting(rules.categories.output),
        lasting(rules.gather_describe.output),
        rules.index.output,
        lasting(rules.gather_profiles.output),
        lasting(rules.gather_conversations.output),
        rules.split.output,
        rules.examples.output,
        rules.release.output,
        rules.statistics.output,
        rules.compare.output,
        rules.retrieval.output,
        lasting(rules.usage.output),
        rules.digest.output,


rule finetune:
    input:
        expand(rules.base.output, model=FINETUNE_MODELS),
        expand(rules.tune.output, model=FINETUNE_MODELS, run=FINETUNE_RUNS),
        rules.finetune_summary.input.scores,
        rules.finetune_summary.output,


rule all:
    default_target: True
    input:
        rules.dataset.input,
        rules.quality.input,
        rules.finetune.input,
        rules.site.output,
        rules.paper.output,


# What DVC versions is what a run in this folder made: see check_outputs. `--touch` is how a person vouches for it.
if workflow.is_main_process and not {"--touch", "-t"} & set(sys.argv):
    try:
        check_outputs(
            finetune_named(path for rule in workflow.rules for path in map(str, rule.output)),
            ["data/catalog", "data/splits", "data/finetune", "results/dataset", "results/quality", "results/finetune"],
        )
    except MuseError as error:
        raise WorkflowError(str(error)) from None
