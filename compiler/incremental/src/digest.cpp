#include "clj/incremental/digest.h"

#include <algorithm>
#include <cstring>
#include <set>

#include "clj/base/checksum.h"
#include "clj/bytecode/constant.h"
#include "clj/bytecode/opcode.h"

namespace clj::incremental {

using namespace bytecode;

namespace {

constexpr std::string_view kImpure[] = {
#define CLJ_IMPURE(name) name,
#include "impure.def"
#undef CLJ_IMPURE
};

bool is_impure(std::string_view name) {
  for (std::string_view row : kImpure) {
    bool prefix = row.back() == '/' || row.back() == '.';
    if (prefix ? name.starts_with(row) : name == row) return true;
  }
  return false;
}

class Hash {
 public:
  void number(uint64_t n) { stream_.update(&n, sizeof n); }
  void text(std::string_view s) {
    number(s.size());
    stream_.update(s.data(), s.size());
  }
  void words(std::span<const uint32_t> words) {
    number(words.size());
    stream_.update(words.data(), words.size_bytes());
  }
  uint64_t digest() const { return stream_.digest(); }

 private:
  Xxh3Stream stream_;
};

// Records are made by name: "my.app.Point" by my.app/map->Point.
std::string record_factory(std::string name) {
  size_t dot = name.rfind('.');
  std::string ns = dot == std::string::npos ? "" : name.substr(0, dot);
  for (char& c : ns) c = c == '_' ? '-' : c;
  return ns + "/map->" + name.substr(dot + 1);
}

bool is_keyword_named(const BundleView& unit, uint32_t constant, std::string_view name) {
  return constant_tag(unit, constant) == ConstantTag::kKeyword && constant_text(unit, constant) == name;
}

// Calls visit(key, value) for a map constant's entries.
template <class F>
void for_each_entry(const BundleView& unit, uint32_t constant, F&& visit) {
  uint32_t key = kNoIndex;
  for_each_operand(unit, constant, [&](char kind, uint64_t n) {
    if (kind != 'c') return;
    if (key == kNoIndex) {
      key = static_cast<uint32_t>(n);
    } else {
      visit(key, static_cast<uint32_t>(n));
      key = kNoIndex;
    }
  });
}

bool is_map(ConstantTag tag) { return tag == ConstantTag::kArrayMap || tag == ConstantTag::kHashMap; }

}  // namespace

Digester::Digester(const BundleView& unit, std::function<bool(std::string_view)> is_of_source)
    : unit_(unit), is_of_source_(std::move(is_of_source)) {
  // In order: constants refer to lower ones, and a function's constants come before the constant
  // that holds the function.
  constants_.reserve(unit.constant_offsets().size());
  for (uint32_t i = 0; i < unit.constant_offsets().size(); ++i) constants_.push_back(constant_digest(i));
}

// The metadata that a `def` gives its var: it has the place of the definition, all of it.
bool Digester::is_definition_meta(uint32_t constant) const {
  if (!is_map(constant_tag(unit_, constant))) return false;
  int found = 0;
  for_each_entry(unit_, constant, [&](uint32_t key, uint32_t value) {
    ConstantTag tag = constant_tag(unit_, value);
    if (tag == ConstantTag::kLong) {
      found += is_keyword_named(unit_, key, "line") || is_keyword_named(unit_, key, "column");
    } else if (tag == ConstantTag::kString) {
      found += is_keyword_named(unit_, key, "file");
    }
  });
  return found == 3;
}

uint64_t Digester::constant_digest(uint32_t constant) {
  Hash hash;
  ConstantTag tag = constant_tag(unit_, constant);
  hash.number(static_cast<uint64_t>(tag));
  bool skip_place = is_definition_meta(constant);
  uint32_t key = kNoIndex;
  for_each_operand(unit_, constant, [&](char kind, uint64_t n) {
    auto index = static_cast<uint32_t>(n);
    switch (kind) {
      case 's': return hash.text(unit_.string_text(index));
      case 'S': return hash.text(n == 0 ? "\xFF" : unit_.string_text(index - 1));
      case 'C': return hash.number(n == 0 ? 0 : constants_[index - 1]);
      case 'f': return hash.number(function_digest(index));
      case 'c': break;
      default: return hash.number(n);
    }
    if (!skip_place) return hash.number(constants_[index]);
    if (key == kNoIndex) {
      key = index;
      return;
    }
    if (!is_keyword_named(unit_, key, "line") && !is_keyword_named(unit_, key, "column")) {
      hash.number(constants_[key]);
      hash.number(constants_[index]);
    }
    key = kNoIndex;
  });
  return hash.digest();
}

uint64_t Digester::function_digest(uint32_t index) const {
  const FunctionRecord& function = unit_.functions()[index];
  Hash hash;
  hash.number(function.capture_count);
  for (const ArityRecord& arity : unit_.arities().subspan(function.first_arity, function.arity_count)) {
    hash.number(arity.params | uint64_t{arity.variadic} << 8 | uint64_t{arity.registers} << 16);
    hash.words(unit_.code().subspan(arity.code, arity.code_words));
    hash.words(unit_.code().subspan(arity.code + arity.exceptions, size_t{arity.exception_count} * 4));
  }
  for (uint32_t c : unit_.constant_indices().subspan(function.first_constant, function.constant_count)) {
    hash.number(constants_[c]);
  }
  return hash.digest();
}

Mentions Digester::of_function(uint32_t function) const {
  Mentions found;
  found.digest = function_digest(function);
  std::set<std::string> vars, symbols;
  std::set<uint32_t> seen;
  std::vector<uint32_t> open;  // constants
  bool inside = false;         // of a function that the form makes
  auto add_function = [&](uint32_t index) {
    const FunctionRecord& f = unit_.functions()[index];
    for (uint32_t c : unit_.constant_indices().subspan(f.first_constant, f.constant_count)) {
      note_impure(c, inside ? found.impure : found.impure_itself);
      if (seen.insert(c).second) open.push_back(c);
    }
    inside = true;
  };
  add_function(function);
  while (!open.empty()) {
    uint32_t constant = open.back();
    open.pop_back();
    switch (constant_tag(unit_, constant)) {
      case ConstantTag::kVar: {
        std::string name = constant_text(unit_, constant);
        if (is_of_source_(std::string_view(name).substr(0, name.find('/')))) vars.insert(name);
        continue;
      }
      case ConstantTag::kRecord: vars.insert(record_factory(constant_text(unit_, constant))); break;
      case ConstantTag::kSymbol: symbols.insert(constant_text(unit_, constant)); continue;
      default: break;
    }
    if (is_definition_meta(constant)) continue;
    for_each_operand(unit_, constant, [&](char kind, uint64_t n) {
      if (kind == 'f') add_function(static_cast<uint32_t>(n));
      uint64_t child = kind == 'C' ? n - 1 : n;
      if ((kind == 'c' || (kind == 'C' && n != 0)) && seen.insert(static_cast<uint32_t>(child)).second) {
        open.push_back(static_cast<uint32_t>(child));
      }
    });
  }
  found.vars.assign(vars.begin(), vars.end());
  found.symbols.assign(symbols.begin(), symbols.end());
  return found;
}

void Digester::note_impure(uint32_t constant, bool& impure) const {
  ConstantTag tag = constant_tag(unit_, constant);
  if (tag == ConstantTag::kVar || tag == ConstantTag::kClass) impure = impure || is_impure(constant_text(unit_, constant));
}

std::string with_checked_reads(const BundleView& unit) {
  std::string bytes(unit.all());
  size_t code_offset = static_cast<size_t>(unit.bytes_of(Section::kCode).data() - unit.all().data());
  for (const FunctionRecord& function : unit.functions()) {
    auto constants = unit.constant_indices().subspan(function.first_constant, function.constant_count);
    for (const ArityRecord& arity : unit.arities().subspan(function.first_arity, function.arity_count)) {
      const uint32_t* code = unit.code().data() + arity.code;
      for (uint32_t pc = 0; pc < arity.code_words; pc += instruction_words(code + pc)) {
        if (op_of(code[pc]) != Op::kGetVar) continue;
        if (constant_text(unit, constants[d_of(code[pc])]).starts_with("clojure.core/")) continue;
        uint32_t checked = encode_d(Op::kGetDynamic, a_of(code[pc]), d_of(code[pc]));
        std::memcpy(bytes.data() + code_offset + (arity.code + pc) * sizeof checked, &checked, sizeof checked);
      }
    }
  }
  return bytes;
}

}  // namespace clj::incremental
