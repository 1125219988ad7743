// Collects the code of one source into a unit: a bundle that the linker puts into a program.
//
// Errors   IllegalStateException for a constant that a file cannot hold (a closure, an
//          atom): it names the value.
// Design   docs/bundle-format.md
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "clj/analyze/ast.h"
#include "clj/bytecode/bundle.h"
#include "clj/exec/proto.h"
#include "clj/gc/heap.h"

namespace clj::emit {

class BundleEmitter {
 public:
  // One top-level form's code as the next init function of a namespace in progress.
  // Returns the function's index; the caller keeps the list per namespace.
  uint32_t add_form(const analyze::Unit& unit);
  void add_namespace(std::string_view name, std::string_view path, const std::vector<uint32_t>& init_functions);
  // After at least one namespace. The first is the unit's main namespace.
  std::string finish();

 private:
  uint32_t add_proto(const exec::FnProto* proto);
  uint32_t string(Value string);
  uint32_t utf8(std::string_view text);
  uint32_t constant(Value value);
  std::string encode(Value value);
  void encode_immediate(std::string& out, Value value);  // a long among them
  bool encode_object(std::string& out, Value value);      // false for what no bundle can hold
  void encode_optional_string(std::string& out, Value value);
  void encode_elements(std::string& out, Value coll);
  void encode_pairs(std::string& out, Value map);
  void encode_string(std::string& out, Value string);
  void encode_optional_meta(std::string& out, Value value);

  bytecode::BundleWriter writer_;
  std::unordered_map<uint64_t, uint32_t> known_;  // constant index by identity
  gc::ValueList keep_alive_;                      // what known_ refers to
};

}  // namespace clj::emit
