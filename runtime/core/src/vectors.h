// Between the files that make up vectors.
#pragma once
#include "clj/core/vector.h"
#include "clj/gc/heap.h"

namespace clj {

VectorNode* new_vector_node(uint32_t width, Value edit);
// A node of `width` with the first `copied` items of another.
VectorNode* copy_vector_node(const VectorNode* from, uint32_t copied, uint32_t width, Value edit);
// `node` under `level / 5` nodes of one child. Owned nodes (edit not nil) are 32 wide.
Value new_path(Value edit, uint32_t level, Value node);

}  // namespace clj
