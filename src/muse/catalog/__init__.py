"""The catalog: where items come from, what a model sees in their pictures, and the index that finds them."""
