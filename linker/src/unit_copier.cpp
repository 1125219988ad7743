#include "unit_copier.h"

namespace clj::linker {

using namespace bytecode;

UnitCopier::UnitCopier(const Part& part, BundleWriter& writer)
    : unit_(*part.unit), part_(part), writer_(writer), strings_(unit_.strings().size(), kNoIndex) {
  for (uint32_t i = 0; i < unit_.init_functions().size(); ++i) {
    if (is_kept(i)) reach(unit_, unit_.init_functions()[i], reached_);
  }
  reached_.functions.resize(unit_.functions().size());
  reached_.constants.resize(unit_.constant_offsets().size());
  // Functions are counted first: a constant knows its function's index before that is there.
  uint32_t next = writer_.function_count();
  for (bool kept : reached_.functions) functions_.push_back(kept ? next++ : kNoIndex);
  for (uint32_t i = 0; i < reached_.constants.size(); ++i) {
    constants_.push_back(reached_.constants[i] ? copy_constant(i) : kNoIndex);
  }
  for (uint32_t i = 0; i < functions_.size(); ++i) {
    if (reached_.functions[i]) copy_function(i);
  }
}

bool UnitCopier::is_kept(uint32_t form) const { return part_.kept_forms.empty() || part_.kept_forms[form]; }

std::string UnitCopier::name_of(uint32_t ns) const { return unit_.string_text(unit_.namespaces()[ns].name); }

std::vector<uint32_t> UnitCopier::copy_forms(uint32_t ns) const {
  const NamespaceRecord& record = unit_.namespaces()[ns];
  std::vector<uint32_t> forms;
  for (uint32_t i = record.first_init; i < record.first_init + record.init_count; ++i) {
    if (is_kept(i)) forms.push_back(functions_[unit_.init_functions()[i]]);
  }
  return forms;
}

void UnitCopier::add_namespace(uint32_t ns, const std::vector<uint32_t>& forms) {
  const NamespaceRecord& record = unit_.namespaces()[ns];
  writer_.add_namespace(string(record.name), string(record.path), forms);
}

void UnitCopier::copy_files() {
  for (FileTable table : kFileTables) {
    for (FileRecord record : unit_.files(table)) {
      std::string_view stored = unit_.stored_file(table, record);
      record.name = string(record.name);
      writer_.add_file(table, record, stored);
    }
  }
}

uint32_t UnitCopier::string(uint32_t index) {
  uint32_t& copied = strings_[index];
  if (copied == kNoIndex) copied = writer_.add_string_of(unit_, index);
  return copied;
}

uint32_t UnitCopier::copy_constant(uint32_t index) {
  std::string out(1, unit_.constant_bytes()[unit_.constant_offsets()[index]]);
  for_each_operand(unit_, index, [&](char kind, uint64_t n) {
    switch (kind) {
      case '8': out.append(reinterpret_cast<const char*>(&n), sizeof n); return;
      case 's': n = string(static_cast<uint32_t>(n)); break;
      case 'S': n = n == 0 ? 0 : uint64_t{string(static_cast<uint32_t>(n - 1))} + 1; break;
      case 'c': n = constants_[n]; break;
      case 'C': n = n == 0 ? 0 : uint64_t{constants_[n - 1]} + 1; break;
      case 'f': n = functions_[n]; break;
      default: break;
    }
    append_varint(out, n);
  });
  return writer_.add_constant(out);
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
    if (part_.strip) copied.line_count = 0;
    append(arity.code + arity.lines, uint64_t{copied.line_count} * 3);
    arities.push_back(copied);
  }
  record.name = string(record.name);
  if (record.file != kNoIndex) record.file = string(record.file);
  writer_.add_function(record, constants, arities, words);
}

}  // namespace clj::linker
