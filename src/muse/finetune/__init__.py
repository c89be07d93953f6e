"""Three multimodal models fine-tuned on the dataset, for recommendation and response."""
