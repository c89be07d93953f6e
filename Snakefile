# The whole artifact: dataset, quality statistics, fine-tuning evaluations, paper.
# Targets: dataset, quality, finetune, paper, all. Run: snakemake --cores 8
include: "workflow/rules/common.smk"
include: "workflow/rules/catalog.smk"
include: "workflow/rules/profiles.smk"
include: "workflow/rules/dialogue.smk"
include: "workflow/rules/dataset.smk"
include: "workflow/rules/quality.smk"
include: "workflow/rules/finetune.smk"


rule all:
    default_target: True
    input:
        "data/catalog/items.jsonl",
