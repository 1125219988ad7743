#include "unit_copier.h"

namespace clj::linker {

using namespace bytecode;

UnitCopier::UnitCopier(const BundleView& unit, BundleWriter& writer) : unit_(unit), writer_(writer) {
  strings_.assign(unit_.strings().size(), kNoIndex);
  constants_.reserve(unit_.constant_offsets().size());
  // Functions keep their order, so that a constant knows its function's index before it is there.
  first_function_ = writer_.function_count();
  for (uint32_t i = 0; i < unit_.constant_offsets().size(); ++i) copy_constant(i);
  for (uint32_t i = 0; i < unit_.functions().size(); ++i) copy_function(i);
}

std::string UnitCopier::name_of(uint32_t ns) const { return unit_.string_text(unit_.namespaces()[ns].name); }

std::vector<uint32_t> UnitCopier::copy_forms(uint32_t ns) const {
  const NamespaceRecord& record = unit_.namespaces()[ns];
  std::vector<uint32_t> forms;
  for (uint32_t f : unit_.init_functions().subspan(record.first_init, record.init_count)) {
    forms.push_back(first_function_ + f);
  }
  return forms;
}

void UnitCopier::add_namespace(uint32_t ns, const std::vector<uint32_t>& forms) {
  const NamespaceRecord& record = unit_.namespaces()[ns];
  writer_.add_namespace(string(record.name), string(record.path), forms);
}

void UnitCopier::copy_resources() {
  for (const ResourceRecord& resource : unit_.resources()) {
    writer_.add_resource(string(resource.name), unit_.resource_bytes().substr(resource.offset, resource.bytes));
  }
}

uint32_t UnitCopier::string(uint32_t index) {
  uint32_t& copied = strings_[index];
  if (copied == kNoIndex) copied = writer_.add_string_of(unit_, index);
  return copied;
}

void UnitCopier::copy_constant(uint32_t index) {
  std::string_view bytes = unit_.constant_bytes();
  size_t at = unit_.constant_offsets()[index];
  auto tag = static_cast<ConstantTag>(bytes[at]);
  std::string out(1, bytes[at++]);
  uint64_t repeat = 1;
  for (const char* op = constant_operands(tag); *op != '\0'; ++op) {
    if (*op == '*' || *op == '%') {
      read_varint(bytes, at, repeat);
      append_varint(out, repeat);
      if (*op == '%') repeat *= 2;
      continue;
    }
    for (; repeat > 0; --repeat) copy_operand(*op, at, out);
    repeat = 1;
  }
  constants_.push_back(writer_.add_constant(out));
}

void UnitCopier::copy_operand(char kind, size_t& at, std::string& out) {
  std::string_view bytes = unit_.constant_bytes();
  if (kind == '8') {
    out.append(bytes.substr(at, 8));
    at += 8;
    return;
  }
  uint64_t n = 0;
  read_varint(bytes, at, n);
  switch (kind) {
    case 's': n = string(static_cast<uint32_t>(n)); break;
    case 'S': n = n == 0 ? 0 : uint64_t{string(static_cast<uint32_t>(n - 1))} + 1; break;
    case 'c': n = constants_[n]; break;
    case 'C': n = n == 0 ? 0 : uint64_t{constants_[n - 1]} + 1; break;
    case 'f': n += first_function_; break;
    default: break;
  }
  append_varint(out, n);
}

void UnitCopier::copy_function(uint32_t index) {
  FunctionRecord record = unit_.functions()[index];
  std::vector<uint32_t> constants;
  for (uint32_t c : unit_.constant_indices().subspan(record.first_constant, record.constant_count)) {
    constants.push_back(constants_[c]);
  }
  std::vector<ArityRecord> arities;
  std::vector<uint32_t> words;
  auto append = [&](uint32_t from, uint64_t count) {
    auto part = unit_.code().subspan(from, count);
    words.insert(words.end(), part.begin(), part.end());
  };
  for (ArityRecord arity : unit_.arities().subspan(record.first_arity, record.arity_count)) {
    ArityRecord copied = arity;
    copied.code = static_cast<uint32_t>(words.size());
    append(arity.code, arity.code_words);
    copied.exceptions = static_cast<uint32_t>(words.size()) - copied.code;
    append(arity.code + arity.exceptions, uint64_t{arity.exception_count} * 4);
    copied.lines = static_cast<uint32_t>(words.size()) - copied.code;
    append(arity.code + arity.lines, uint64_t{arity.line_count} * 3);
    arities.push_back(copied);
  }
  record.name = string(record.name);
  if (record.file != kNoIndex) record.file = string(record.file);
  writer_.add_function(record, constants, arities, words);
}

}  // namespace clj::linker
