#include "sharing.h"

#include "clj/gc/heap.h"

namespace clj::image {
namespace {

bool is_shared(Kind kind) {
  switch (kind) {
    case Kind::kString:
    case Kind::kSymbol:
    case Kind::kList:
    case Kind::kVector:
    case Kind::kVectorNode:
    case Kind::kHashMapNode:
    case Kind::kHashArrayNode:
    case Kind::kArrayMap:
    case Kind::kVectorSeq:
      return true;
    default:
      return false;
  }
}

// Is aux no cached hash, but part of what the object is (the bitmap of a node)?
bool aux_is_structure(Kind kind) { return kind == Kind::kHashMapNode || kind == Kind::kHashArrayNode; }

}  // namespace

Object* Sharing::canonical(Object* object) {
  if (!is_shared(object->kind)) return object;
  if (auto known = known_.find(object); known != known_.end()) return known->second;
  Object* first = by_structure_.emplace(structure(object), object).first->second;
  known_.emplace(object, first);
  return first;
}

// The bytes after the header, with the slots' own canonical objects, and what the flags say.
std::string Sharing::structure(Object* object) {
  std::string key(reinterpret_cast<const char*>(object), gc::object_bytes(object));
  key[0] = static_cast<char>(object->kind);
  key[1] = static_cast<char>(object->flags.load() & (kFlagA | kFlagB | kFlagC | kFlagD | kFlagE));
  if (!aux_is_structure(object->kind)) key.replace(4, 4, 4, '\0');
  size_t offset = static_cast<size_t>(reinterpret_cast<char*>(object->slot_array()) - reinterpret_cast<char*>(object));
  for (uint64_t i = 0; i < object->slot_count(); ++i) {
    Value v = object->slot_array()[i];
    if (v.is_object()) v = Value::object(canonical(v.as_object()));
    uint64_t bits = v.bits();
    key.replace(offset + i * sizeof bits, sizeof bits, reinterpret_cast<const char*>(&bits), sizeof bits);
  }
  return key;
}

}  // namespace clj::image
