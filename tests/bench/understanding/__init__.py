"""Understanding beside its peers, in one run: learned classifiers, JioNLP, jieba itself, and a function by hand."""
