# The whole artifact: dataset, quality statistics, fine-tuning evaluations, paper.
# Targets: dataset, quality, finetune, site, paper, all. Run: snakemake --cores 8
include: "workflow/rules/common.smk"
include: "workflow/rules/catalog.smk"
include: "workflow/rules/profiles.smk"
include: "workflow/rules/dialogue.smk"
include: "workflow/rules/usage.smk"
include: "workflow/rules/dataset.smk"
include: "workflow/rules/quality.smk"
include: "workflow/rules/finetune.smk"
include: "workflow/rules/paper.smk"


rule dataset:
    input:
        rules.release.output,
        rules.statistics.output,
        rules.compare.output,
        rules.retrieval.output,
        rules.usage.output,
        rules.digest.output,


rule finetune:
    input:
        rules.finetune_summary.output,


rule all:
    default_target: True
    input:
        rules.dataset.input,
        rules.quality.input,
        rules.finetune.input,
        rules.site.output,
        rules.paper.output,
