// Between the seqs of maps and what walks them.
#pragma once
#include "clj/value/value.h"

namespace clj {

// Key and value of the entry at the head of a seq of entries, without making the entry where
// the seq is a map's own.
Value entry_seq_key(Value s);
Value entry_seq_value(Value s);

// Seqs of the tree of a sorted collection; `root` is a TreeNode or nil.
Value tree_seq(Value root, bool ascending);
Value tree_seq_from(Value coll, Value key, bool ascending);
Value tree_seq_next(Value s);

}  // namespace clj
