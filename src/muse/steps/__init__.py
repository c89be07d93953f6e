"""The steps: one module, one rule, one `muse <step>` command. Only these read and write the DAG's files."""
