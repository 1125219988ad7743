// case: a jump by the place of a number in a range, or by a map.
#include <algorithm>

#include "clj/core/collections.h"
#include "clj/core/numbers.h"
#include "function_emitter.h"

namespace clj::emit {

using namespace analyze;

namespace {

// The constants of a case that are all ints, or all characters, and lie close together: the smallest, and for each number
// from there on the branch or -1.
struct CaseRange {
  Value first = Value::absent();
  std::vector<int64_t> branches;
};

CaseRange case_range(const CaseNode& node) {
  constexpr int64_t kAlwaysSlots = 256, kMostSlots = 1024;
  int64_t least = INT64_MAX, greatest = INT64_MIN, n = node.branches.size;
  bool characters = n > 0 && nth(node.keys, 0).is_character();
  for (int64_t i = 0; i < n; ++i) {
    Value key = widened(nth(node.keys, i));
    if (characters ? !key.is_character() : !key.is_inline_long()) return {};
    int64_t number = characters ? key.as_character() : key.as_inline_long();
    // As on the JVM, other constants than ints are compared by hash first (case_constant).
    if (number != static_cast<int32_t>(number)) return {};
    least = std::min(least, number);
    greatest = std::max(greatest, number);
  }
  if (n < 2 || greatest - least >= std::clamp(n * 4, kAlwaysSlots, kMostSlots)) return {};
  CaseRange range{characters ? Value::character(static_cast<char16_t>(least)) : make_long(least),
                  std::vector<int64_t>(static_cast<size_t>(greatest - least + 1), -1)};
  for (int64_t i = 0; i < n; ++i) {
    Value key = widened(nth(node.keys, i));
    int64_t number = characters ? key.as_character() : key.as_inline_long();
    range.branches[static_cast<size_t>(number - least)] = i;
  }
  return range;
}

}  // namespace

void MethodEmitter::emit_case(const CaseNode& node, Dest dest) {
  CaseRange range = case_range(node);
  gc::ValueList entries;
  for (uint32_t i = 0; i < node.branches.size; ++i) {
    entries.push_back(nth(node.keys, i));
    entries.push_back(make_long(i));
  }
  bool by_range = !range.first.is_absent();
  Value table = by_range ? range.first : make_map(entries.data(), entries.size());
  {
    Scope scope(*this);
    uint32_t reg = operand(node.test);
    note_position(&node);
    op_d(by_range ? Op::kCaseRange : Op::kCase, reg, constant16(table));
  }
  std::vector<Label> labels(node.branches.size + 1);
  if (by_range) {
    word(static_cast<uint32_t>(range.branches.size()));
    for (int64_t branch : range.branches) jump(branch < 0 ? labels.back() : labels[static_cast<size_t>(branch)]);
    jump(labels.back());
  } else {
    word(node.branches.size);
    for (Label& label : labels) jump(label);
  }
  Label done;
  for (uint32_t i = 0; i < labels.size(); ++i) {
    bind(labels[i]);
    emit(i < node.branches.size ? node.branches[i] : node.otherwise, dest);
    if (dest.mode != Dest::kReturn) {
      op(Op::kJump);
      jump(done);
    }
  }
  bind(done);
}

}  // namespace clj::emit
