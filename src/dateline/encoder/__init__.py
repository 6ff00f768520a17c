"""The learned encoder behind a small port; the only home of onnxruntime and tokenizers."""
