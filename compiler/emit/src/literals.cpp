// Collection literals that are not constants. Long ones are built in pieces.
#include "function_emitter.h"

namespace clj::emit {

using namespace analyze;

void MethodEmitter::emit_collection(const Node* node, uint32_t reg) {
  if (node->kind == NodeKind::kWithMeta) {
    const auto& with = as<WithMetaNode>(node);
    uint32_t target = allocate();
    uint32_t meta = allocate();
    emit(with.target, Dest::value(target));
    emit(with.meta, Dest::value(meta));
    op(Op::kWithMeta, reg, target, meta);
    return;
  }
  constexpr uint32_t kPiece = 32;  // even, so that map entries stay together
  NodeList items;
  Op make, append;
  switch (node->kind) {
    case NodeKind::kVector: items = as<VectorNode>(node).items, make = Op::kMakeVector, append = Op::kAppendVector; break;
    case NodeKind::kMap: items = as<MapNode>(node).entries, make = Op::kMakeMap, append = Op::kAppendMap; break;
    default: items = as<SetNode>(node).items, make = Op::kMakeSet, append = Op::kAppendSet; break;
  }
  uint32_t collection = items.size > kPiece ? allocate() : reg;
  uint32_t done = 0;
  do {
    Scope scope(*this);
    NodeList piece{items.data + done, items.size - done < kPiece ? items.size - done : kPiece};
    uint32_t first = emit_window(piece);
    note_position(node);
    op(done == 0 ? make : append, collection, first, piece.size);
    done += piece.size;
  } while (done < items.size);
  if (collection != reg) op(Op::kMove, reg, collection);
}

}  // namespace clj::emit
