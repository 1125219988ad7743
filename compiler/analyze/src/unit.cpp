#include <algorithm>
#include <cstdlib>
#include <new>

#include "clj/analyze/ast.h"
#include "clj/gc/heap.h"

namespace clj::analyze {

// One piece of the arena; its payload follows the header.
struct Unit::Block {
  Block* next;
  size_t used, size;
  char* payload() { return reinterpret_cast<char*>(this + 1); }
};

Unit::Unit() {
  // The unit's own Values (file, name) live in malloc memory.
  gc::add_conservative_range(this, sizeof(Unit));
}

Unit::~Unit() {
  for (Block* block = blocks_; block != nullptr;) {
    Block* next = block->next;
    gc::remove_conservative_range(block->payload());
    std::free(block);
    block = next;
  }
  gc::remove_conservative_range(this);
}

void* Unit::allocate(size_t bytes) {
  bytes = (bytes + 7) & ~size_t{7};
  if (blocks_ == nullptr || blocks_->size - blocks_->used < bytes) {
    // Small forms are many: blocks start at 1 KB and double up to 64 KB.
    size_t size = blocks_ == nullptr ? 1024 : std::min<size_t>(blocks_->size * 2, 65536);
    if (size < bytes) size = bytes;
    auto* block = static_cast<Block*>(std::calloc(1, sizeof(Block) + size));
    if (block == nullptr) throw std::bad_alloc();
    block->next = blocks_;
    block->size = size;
    blocks_ = block;
    gc::add_conservative_range(block->payload(), size);
  }
  void* memory = blocks_->payload() + blocks_->used;
  blocks_->used += bytes;
  return memory;
}

}  // namespace clj::analyze
