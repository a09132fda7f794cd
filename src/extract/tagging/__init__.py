"""The model's tags without the model's machinery: what makes one document cheap to tag, with the tags unchanged."""
