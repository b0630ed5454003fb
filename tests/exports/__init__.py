"""Proofs, pictures, exports, imports and erasing, as people ask for them."""
