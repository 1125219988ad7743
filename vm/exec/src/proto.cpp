#include "clj/exec/proto.h"

#include <cstring>

#include "clj/exec/vm.h"
#include "clj/core/array.h"
#include "clj/core/text.h"

namespace clj::exec {
namespace {

void append(std::vector<uint32_t>& words, const void* data, size_t bytes) {
  size_t at = words.size();
  words.resize(at + bytes / sizeof(uint32_t));
  if (bytes != 0) std::memcpy(words.data() + at, data, bytes);
}

}  // namespace

Value make_proto(Value name, Value file, uint16_t capture_count, const std::vector<ArityCode>& arities,
                 const Value* constants, size_t constant_count) {
  std::vector<uint32_t> words;
  std::vector<Arity> rows;
  std::vector<size_t> starts;
  for (const ArityCode& source : arities) {
    Arity row{};
    row.params = source.params;
    row.variadic = source.variadic;
    row.registers = source.registers;
    row.code_words = static_cast<uint32_t>(source.words.size());
    starts.push_back(words.size());
    append(words, source.words.data(), source.words.size() * sizeof(uint32_t));
    row.exceptions = static_cast<uint32_t>(words.size() - starts.back());
    row.exception_count = static_cast<uint32_t>(source.exceptions.size());
    append(words, source.exceptions.data(), source.exceptions.size() * sizeof(ExceptionEntry));
    row.lines = static_cast<uint32_t>(words.size() - starts.back());
    size_t lines = line_tables_enabled ? source.lines.size() : 0;
    row.line_count = static_cast<uint32_t>(lines);
    append(words, source.lines.data(), lines * sizeof(LineEntry));
    rows.push_back(row);
  }
  auto* code = gc::make<Code>(words.size() * sizeof(uint32_t));
  code->word_count = words.size();
  std::memcpy(code->words(), words.data(), words.size() * sizeof(uint32_t));
  Value constants_array = make_object_array(constants, constant_count);

  auto* proto = gc::make<FnProto>(rows.size() * sizeof(Arity));
  proto->constants_array = constants_array;
  proto->name = name;
  proto->file = file;
  proto->code_object = Value::object(code);
  proto->constants = constants_array.as_object()->slot_array();
  proto->capture_count = capture_count;
  proto->arity_count = static_cast<uint16_t>(rows.size());
  for (size_t i = 0; i < rows.size(); ++i) {
    rows[i].code = code->words() + starts[i];
    rows[i].constants = proto->constants;
    proto->arity_storage()[i] = rows[i];
  }
  proto->arities.store(proto->arity_storage(), std::memory_order_release);
  return Value::object(proto);
}

void prepare_proto_for_image(FnProto* copy, uint64_t address, const FnProto* original) {
  auto* old_code = static_cast<Code*>(original->code_object.as_object());
  auto* new_words = reinterpret_cast<const uint32_t*>(copy->code_object.bits() + sizeof(Code));
  bool many = original->constants_array.as_object()->slots == Object::kManySlots;
  copy->constants = reinterpret_cast<Value*>(copy->constants_array.bits() + sizeof(Object) + (many ? 8 : 0));
  copy->arities.store(reinterpret_cast<const Arity*>(address + sizeof(FnProto)), std::memory_order_relaxed);
  const Arity* from = original->arities.load(std::memory_order_relaxed);
  for (uint16_t i = 0; i < original->arity_count; ++i) {
    copy->arity_storage()[i] = from[i];
    copy->arity_storage()[i].code = new_words + (from[i].code - old_code->words());
    copy->arity_storage()[i].constants = copy->constants;
  }
}

Value make_closure(Value proto) {
  auto* closure = gc::make_with_slots<Closure>(cast<FnProto>(proto)->capture_count);
  closure->proto = proto;
  return Value::object(closure);
}

namespace {

const LineEntry* line_table(const Arity& arity) { return reinterpret_cast<const LineEntry*>(arity.code + arity.lines); }

// The entries with entry.pc <= pc.
uint32_t entries_up_to(const Arity& arity, uint32_t pc) {
  const LineEntry* lines = line_table(arity);
  uint32_t low = 0, high = arity.line_count;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (lines[middle].pc <= pc) low = middle + 1;
    else high = middle;
  }
  return low;
}

}  // namespace

Position position_of(const FnProto*, const Arity& arity, uint32_t pc) {
  const LineEntry* lines = line_table(arity);
  uint32_t end = entries_up_to(arity, pc);
  while (end > 0 && lines[end - 1].line == 0) --end;
  if (end == 0) return {0, 0};
  return {lines[end - 1].line, lines[end - 1].column};
}

Value reason_of_nil_at(const FnProto* proto, const Arity& arity, uint32_t pc) {
  uint32_t end = entries_up_to(arity, pc);
  if (end == 0) return Value::nil();
  const LineEntry& entry = line_table(arity)[end - 1];
  bool known = entry.pc == pc && entry.line == 0 && entry.column < proto->constants_array.as_object()->slot_count();
  return known ? proto->constants[entry.column] : Value::nil();
}

const Arity& arity_at(const FnProto* proto, const uint32_t* pc) {
  const Arity* rows = proto->arities.load(std::memory_order_acquire);
  if (proto->arity_count == 1) return rows[0];
  for (uint16_t i = 0; i < proto->arity_count; ++i) {
    if (pc >= rows[i].code && pc <= rows[i].code + rows[i].code_words) return rows[i];
  }
  return rows[0];
}

}  // namespace clj::exec
