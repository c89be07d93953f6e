"""A small grammar of English conversation between a shopper and an assistant, and the facts that it speaks of."""
