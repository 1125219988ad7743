// The verifier: after it has passed, no instruction of the bundle can read or write outside
// its frame, its constants, its captures or its code, and no table points outside its section.
//
// What a constant *is* where an instruction wants a var, a function or a string is checked
// here too, by tag. Values in registers are checked by the instructions themselves.
#include <cstring>
#include <initializer_list>
#include <unordered_map>
#include <vector>

#include "assignment.h"
#include "clj/bytecode/bundle.h"
#include "clj/bytecode/opcode.h"
#include "clj/bytecode/wasm.h"

namespace clj::bytecode {
namespace {

// A failed check; caught in verify_bundle.
struct Fault {
  std::string text;
};

[[noreturn]] void fail(std::string text) { throw Fault{std::move(text)}; }

void check(bool condition, const char* what) {
  if (!condition) fail(what);
}

// offset + count records lie inside a table of `size`.
bool inside(uint64_t offset, uint64_t count, uint64_t size) { return offset <= size && count <= size - offset; }

class Verifier {
 public:
  explicit Verifier(const BundleView& bundle) : bundle_(bundle) {}

  void run() {
    strings();
    constants();
    for (uint32_t i = 0; i < bundle_.functions().size(); ++i) function(i);
    check(next_arity_ == bundle_.arities().size(), "an arity belongs to no function");
    namespaces();
    for (FileTable table : kFileTables) files(table);
  }

 private:
  void strings() {
    size_t bytes = bundle_.string_bytes().size();
    for (StringRecord record : bundle_.strings()) {
      uint64_t length = record.length & ~kUtf16Bit;
      bool wide = record.length & kUtf16Bit;
      check(inside(record.offset, wide ? 2 * length : length, bytes), "a string lies outside its section");
      check(!wide || record.offset % 2 == 0, "a UTF-16 string is not aligned");
    }
  }

  void string_index(uint64_t index) { check(index < bundle_.strings().size(), "a string index is out of range"); }

  void constants() {
    auto offsets = bundle_.constant_offsets();
    tags_.resize(offsets.size());
    for (uint32_t i = 0; i < offsets.size(); ++i) constant(i, offsets[i]);
  }

  void constant(uint32_t index, size_t at) {
    std::string_view bytes = bundle_.constant_bytes();
    check(at < bytes.size(), "a constant lies outside its section");
    auto tag = static_cast<ConstantTag>(bytes[at++]);
    check(tag < ConstantTag::kCount, "a constant has an unknown tag");
    tags_[index] = tag;
    uint64_t repeat = 1;
    for (const char* op = constant_operands(tag); *op != '\0'; ++op) {
      if (*op == '*' || *op == '%') {
        check(read_varint(bytes, at, repeat), "a constant is truncated");
        check(repeat <= bytes.size(), "a constant's count is too large");
        if (*op == '%') repeat *= 2;
        continue;
      }
      for (; repeat > 0; --repeat) operand(*op, index, bytes, at);
      repeat = 1;
    }
  }

  void operand(char kind, uint32_t self, std::string_view bytes, size_t& at) {
    if (kind == '8') {
      check(inside(at, 8, bytes.size()), "a constant is truncated");
      at += 8;
      return;
    }
    uint64_t n;
    check(read_varint(bytes, at, n), "a constant is truncated");
    switch (kind) {
      case 's': return string_index(n);
      case 'S': return n == 0 ? void() : string_index(n - 1);
      case 'c': return part(n, self);
      case 'C': return n == 0 ? void() : part(n - 1, self);
      case 'f': return check(n < bundle_.functions().size(), "a function index is out of range");
      default: return;
    }
  }

  void part(uint64_t index, uint32_t of) {
    check(index < of, "a constant refers to a later one");
    check(is_value(tags_[index]), "a constant holds what is no value");
  }
  // Prototypes of functions and cells are for the runtime only.
  static bool is_value(ConstantTag tag) { return tag != ConstantTag::kFunction && tag != ConstantTag::kBox; }

  void function(uint32_t index) {
    const FunctionRecord& f = bundle_.functions()[index];
    string_index(f.name);
    if (f.file != kNoIndex) string_index(f.file);
    check(inside(f.first_constant, f.constant_count, bundle_.constant_indices().size()),
          "a function's constants lie outside their section");
    check(f.arity_count > 0 && f.arity_count <= 64 && inside(f.first_arity, f.arity_count, bundle_.arities().size()),
          "a function's arities lie outside their section");
    check(f.first_arity == next_arity_, "a function's arities do not follow those of the one before");
    next_arity_ += f.arity_count;
    for (uint32_t i = 0; i < f.constant_count; ++i) {
      check(bundle_.constant_indices()[f.first_constant + i] < tags_.size(), "a constant index is out of range");
    }
    uses_.assign(f.constant_count, 0);
    for (uint32_t i = 0; i < f.arity_count; ++i) {
      try {
        arity(f, bundle_.arities()[f.first_arity + i], i + 1 == f.arity_count);
      } catch (Fault& fault) {
        fail("function " + bundle_.string_text(f.name) + ": " + fault.text);
      }
    }
  }

  void arity(const FunctionRecord& f, const ArityRecord& a, bool last) {
    auto all = bundle_.code();
    check(a.variadic <= 1 && (a.variadic == 0 || last), "only the last arity may be variadic");
    check(a.registers <= kLargestFrame && a.params + a.variadic <= a.registers, "more parameters than registers");
    check(inside(a.code, a.code_words, all.size()) && a.code_words > 0, "code lies outside its section");
    uint64_t room = all.size() - a.code;
    check(inside(a.exceptions, uint64_t{a.exception_count} * 4, room), "an exception table lies outside its section");
    check(inside(a.lines, uint64_t{a.line_count} * 3, room), "a line table lies outside its section");
    const uint32_t* code = all.data() + a.code;

    std::vector<bool> starts(a.code_words, false);
    uint32_t pc = 0;
    bool falls_through = true;
    while (pc < a.code_words) {
      uint32_t word = code[pc];
      check(static_cast<uint8_t>(word) < static_cast<uint8_t>(Op::kOpCount), "an unknown opcode");
      Op op = op_of(word);
      Extra extra = info(op).extra;
      check(extra == Extra::kNo || pc + 1 < a.code_words, "an instruction is cut off");
      if (extra == Extra::kCaps || extra == Extra::kTable) check(code[pc + 1] <= a.code_words, "an instruction is cut off");
      uint32_t words = instruction_words(code + pc);
      check(words <= a.code_words - pc, "an instruction is cut off");
      starts[pc] = true;
      pc += words;
      falls_through = op != Op::kReturn && op != Op::kThrow && op != Op::kJump && op != Op::kLoop && op != Op::kCase &&
                      op != Op::kCaseRange;
    }
    check(!falls_through, "the code runs past its end");
    // Where code goes back it polls, or the collector would wait for it forever.
    auto target = [&](int64_t to) {
      check(to > pc || is_loop(op_of(code[pc])), "a jump goes back without a safepoint");
      check(to >= 0 && to < a.code_words && starts[static_cast<size_t>(to)], "a jump misses an instruction");
    };
    for (pc = 0; pc < a.code_words; pc += instruction_words(code + pc)) {
      instruction(f, a, code, pc, target);
      if (info(op_of(code[pc])).extra == Extra::kCallBack) own_call(a, code, pc);
    }
    const uint32_t* entry = code + a.exceptions;
    for (uint32_t i = 0; i < a.exception_count; ++i, entry += 4) {
      check(entry[0] < entry[1] && entry[1] <= a.code_words, "an exception range is out of order");
      check(starts[entry[0]], "an exception range misses an instruction");
      check(entry[2] < a.code_words && starts[entry[2]], "an exception handler misses an instruction");
      check(entry[2] >= entry[1], "an exception handler stands before what it protects");
      check(entry[3] < a.registers, "an exception register is out of range");
    }
    if (std::string fault = assignment_fault(a, code); !fault.empty()) fail(fault);
  }

  template <class Target>
  void instruction(const FunctionRecord& f, const ArityRecord& a, const uint32_t* code, uint32_t pc, Target&& target) {
    const uint32_t* at = code + pc;
    Op op = op_of(*at);
    const OpInfo& row = info(op);
    check(op != Op::kHalt && op != Op::kPrepare, "an instruction that bundles may not contain");
    auto reg = [&](uint32_t r) { check(r < a.registers, "a register is out of range"); };
    for_each_register(at, reg, reg);
    if (is_call(op)) reg(a_of(*at) + kFrameHeaderWords + b_of(*at) - 1);
    if (op == Op::kHostMember) reg(a_of(*at) + kFrameHeaderWords);
    if (row.b == Operand::kCap) check(d_of(*at) < f.capture_count, "a capture index is out of range");
    if (op == Op::kPredicate) check(c_of(*at) < kPredicateCount, "an unknown predicate");
    if (op == Op::kJumpUnlessPredicate) check(b_of(*at) < kPredicateCount, "an unknown predicate");
    if (row.c == Operand::kConst8) constant_operand(f, c_of(*at));
    if (op == Op::kCallSelfVar) typed_operand(op, f, c_of(*at));
    if (row.b == Operand::kConst) {
      if (op == Op::kClosure) {
        used_constant(f, d_of(*at));
        check(tag(f, d_of(*at)) == ConstantTag::kFunction, "a closure's constant is no function");
        check(at[1] == captures_of(f, d_of(*at)), "a closure's captures do not match its function");
      } else {
        constant_operand(f, d_of(*at));
      }
      typed_operand(op, f, d_of(*at));
      if (op == Op::kCase) case_table(f, d_of(*at), at[1]);
      if (op == Op::kCaseRange) {
        ConstantTag first = tag(f, d_of(*at));
        check(first == ConstantTag::kLong || first == ConstantTag::kImmediate, "a case range starts with no number");
      }
      if (op == Op::kImport) check(tag(f, d_of(*at)) == ConstantTag::kString, "an import without a name");
    }
    switch (row.extra) {
      case Extra::kNo:
      case Extra::kCallBack: break;
      case Extra::kJump: target(int64_t{pc} + 2 + static_cast<int32_t>(at[1])); break;
      case Extra::kCallK: site_constants(f, *at, at[1] & 0xFFFFFF); break;
      case Extra::kConsts: pair_of_constants(f, *at, at[1] & 0xFFFF, at[1] >> 16); break;
      case Extra::kCaps:
        for (uint32_t i = 0; i < at[1]; ++i) {
          uint32_t kind = at[2 + i] & 0xFF;
          check(kind <= static_cast<uint32_t>(CaptureSource::kNone), "an unknown capture source");
          if (kind == static_cast<uint32_t>(CaptureSource::kCapture) ||
              kind == static_cast<uint32_t>(CaptureSource::kTakenCapture)) {
            check(at[2 + i] >> 8 < f.capture_count, "a capture index is out of range");
          }
        }
        break;
      case Extra::kTable:
        for (uint32_t i = 0; i <= at[1]; ++i) target(int64_t{pc} + 3 + i + static_cast<int32_t>(at[2 + i]));
        break;
    }
  }

  // A call of the running arity enters it at its start, or where only conversions of parameters are left out.
  void own_call(const ArityRecord& a, const uint32_t* code, uint32_t pc) {
    check(a.variadic == 0 && b_of(code[pc]) == a.params, "a function calls itself with other arguments");
    int64_t start = int64_t{pc} + 2 - (code[pc + 1] & kMaxCallBack);
    check(start >= 0 && start <= a.params && start <= pc, "a function's call of itself misses its start");  // a conversion is a word
    for (uint32_t at = 0; at < start; ++at) {
      bool converts = op_of(code[at]) == Op::kToLong || op_of(code[at]) == Op::kToDouble;
      check(converts && a_of(code[at]) == b_of(code[at]) && a_of(code[at]) < a.params, "a function's call of itself misses its start");
    }
  }

  // Constant K of a call or another site with an inline cache, and what follows it.
  void site_constants(const FunctionRecord& f, uint32_t instruction, uint32_t first) {
    Op op = op_of(instruction);
    constant_operand(f, first);
    typed_operand(op, f, first);
    for (uint32_t i = 1; i <= cache_constants(op); ++i) {
      if ((op == Op::kStaticCall || op == Op::kStaticMember) && i == 1) name_operand(f, first + i);
      else cache_operand(f, first + i, instruction, first);
    }
    bool named = op == Op::kHostCall || op == Op::kHostMember || op == Op::kHostField || op == Op::kSetHostField;
    if (named) name_operand(f, first);
  }

  // The description of a type and, of a reify, its cell.
  void pair_of_constants(const FunctionRecord& f, uint32_t instruction, uint32_t first, uint32_t second) {
    constexpr ConstantTag kName = ConstantTag::kString, kList = ConstantTag::kVector;
    Op op = op_of(instruction);
    constant_operand(f, first);
    if (op == Op::kReify) {
      description(f, first, {kName, kList, kList}, b_of(instruction));
      reify_cell(f, second, first);
    } else if (op == Op::kDefineType) {
      description(f, first, {kName, kList, kList, kList}, b_of(instruction));
    } else {
      typed_operand(op, f, first);
      name_operand(f, second);
    }
  }

  void name_operand(const FunctionRecord& f, uint32_t index) {
    constant_operand(f, index);
    check(tag(f, index) == ConstantTag::kSymbol, "a member name is no symbol");
  }

  void constant_operand(const FunctionRecord& f, uint32_t index) {
    used_constant(f, index);
    check(is_value(tag(f, index)), "an instruction's constant is no value");
  }
  void used_constant(const FunctionRecord& f, uint32_t index) {
    check(index < f.constant_count, "a constant index is out of range");
    check(uses_[index] == 0 || uses_[index] == kConstantUse, "an inline cache is used otherwise");
    uses_[index] = kConstantUse;
  }
  // What an instruction caches only its like may read, with the same count of arguments: others keep other things in theirs.
  void cache_operand(const FunctionRecord& f, uint32_t index, uint32_t instruction, uint32_t first) {
    check(index < f.constant_count, "a constant index is out of range");
    Op op = op_of(instruction);
    uint64_t use = uint64_t{first} << 32 | static_cast<uint32_t>(op) << 8 | (info(op).b == Operand::kCount ? b_of(instruction) : 0);
    use |= kCacheUse;
    check(uses_[index] == 0 || uses_[index] == use, "an inline cache is used otherwise");
    uses_[index] = use;
    check(tag(f, index) == ConstantTag::kNil, "an inline cache is not empty");
  }
  uint32_t pool_index(const FunctionRecord& f, uint32_t index) const {
    return bundle_.constant_indices()[f.first_constant + index];
  }
  ConstantTag tag(const FunctionRecord& f, uint32_t index) const { return tags_[pool_index(f, index)]; }

  void typed_operand(Op op, const FunctionRecord& f, uint32_t index) {
    switch (op) {
      case Op::kGetVar:
      case Op::kGetDynamic:
      case Op::kCallVar:
      case Op::kCallSelfVar:
      case Op::kCallNative:
      case Op::kCallProtocol:
      case Op::kDefineVar:
      case Op::kSetVarMeta:
      case Op::kJumpUnlessSelfVar:
      case Op::kSetVar: check(tag(f, index) == ConstantTag::kVar, "an instruction's constant is no var"); break;
      case Op::kNew:
      case Op::kStaticCall:
      case Op::kStaticMember:
      case Op::kJumpUnlessInstance: {
        bool named = tag(f, index) == ConstantTag::kClass || tag(f, index) == ConstantTag::kString;
        check(named, "an instruction's constant is neither a class nor the name of one");
        break;
      }
      default: break;
    }
  }

  uint64_t first_operand(const FunctionRecord& f, uint32_t index) const {
    size_t at = bundle_.constant_offsets()[pool_index(f, index)] + 1;
    uint64_t n = 0;
    read_varint(bundle_.constant_bytes(), at, n);
    return n;
  }
  uint32_t captures_of(const FunctionRecord& f, uint32_t index) const {
    return bundle_.functions()[first_operand(f, index)].capture_count;
  }

  // The pool's indices of a vector's elements.
  std::vector<uint64_t> elements(uint64_t vector) const {
    size_t at = bundle_.constant_offsets()[vector] + 1;
    uint64_t meta, count, element;
    read_varint(bundle_.constant_bytes(), at, meta);
    read_varint(bundle_.constant_bytes(), at, count);
    std::vector<uint64_t> all;
    for (; count > 0; --count) {
      read_varint(bundle_.constant_bytes(), at, element);
      all.push_back(element);
    }
    return all;
  }
  // Of a type: a vector of name, fields (if it has any), interfaces and names of `methods` methods.
  void description(const FunctionRecord& f, uint32_t index, std::initializer_list<ConstantTag> parts, uint64_t methods) {
    check(tag(f, index) == ConstantTag::kVector, "a type without its description");
    std::vector<uint64_t> given = elements(pool_index(f, index));
    check(given.size() == parts.size(), "a type's description has other parts");
    for (size_t i = 0; i < given.size(); ++i) check(tags_[given[i]] == parts.begin()[i], "a type's description has other parts");
    check(elements(given.back()).size() == methods, "a type has other methods than its description");
    for (size_t i = 1; i < given.size(); ++i) {
      bool interfaces = i + 2 == given.size();
      for (uint64_t element : elements(given[i])) {
        check(interfaces || tags_[element] == ConstantTag::kSymbol, "a type's description has a name that is no symbol");
      }
    }
  }
  // The cell of a reify keeps the class of one description.
  void reify_cell(const FunctionRecord& f, uint32_t index, uint32_t description) {
    used_constant(f, index);
    check(tag(f, index) == ConstantTag::kBox, "a reify without its cell");
    auto [found, added] = reify_cells_.try_emplace(pool_index(f, index), pool_index(f, description));
    check(added || found->second == pool_index(f, description), "two types share a cell");
  }

  // The table of a Case maps each key to a long below the number of branches.
  void case_table(const FunctionRecord& f, uint32_t index, uint32_t branches) {
    ConstantTag kind = tag(f, index);
    check(kind == ConstantTag::kArrayMap || kind == ConstantTag::kHashMap, "a case table is no map");
    std::string_view bytes = bundle_.constant_bytes();
    size_t at = bundle_.constant_offsets()[pool_index(f, index)] + 1;
    uint64_t meta, pairs, key, value, zigzag;
    read_varint(bytes, at, meta);
    read_varint(bytes, at, pairs);
    for (; pairs > 0; --pairs) {
      read_varint(bytes, at, key);
      read_varint(bytes, at, value);
      check(tags_[value] == ConstantTag::kLong, "a case table's value is no index");
      size_t value_at = bundle_.constant_offsets()[value] + 1;
      read_varint(bytes, value_at, zigzag);
      check((zigzag & 1) == 0 && zigzag / 2 < branches, "a case table's index is out of range");
    }
  }

  void namespaces() {
    for (const NamespaceRecord& ns : bundle_.namespaces()) {
      string_index(ns.name);
      string_index(ns.path);
      check(inside(ns.first_init, ns.init_count, bundle_.init_functions().size()), "a namespace's forms are out of range");
    }
    for (uint32_t index : bundle_.init_functions()) {
      check(index < bundle_.functions().size(), "a function index is out of range");
      check(bundle_.functions()[index].capture_count == 0, "a top-level form captures");
    }
    check(bundle_.info().main_namespace < bundle_.namespaces().size(), "the main namespace is missing");
  }

  void files(FileTable table) {
    size_t section_bytes = bundle_.bytes_of(bytes_section(table)).size();
    std::string buffer;
    std::string_view bytes;
    for (const FileRecord& file : bundle_.files(table)) {
      string_index(file.name);
      check(inside(file.offset, file.stored_bytes, section_bytes), "a file lies outside its section");
      check(bundle_.read_file(table, file, buffer, bytes), "a file is not what its record says");
      if (table == FileTable::kResources) continue;
      if (std::string fault = wasm_fault(bytes); !fault.empty()) fail("a module " + fault);
    }
  }

  const BundleView& bundle_;
  std::vector<ConstantTag> tags_;
  // By constant of the function that is looked at: 0, kConstantUse, or kCacheUse with the instruction's constant K (of 24 bits),
  // number and count of arguments.
  std::vector<uint64_t> uses_;
  static constexpr uint64_t kConstantUse = 1, kCacheUse = uint64_t{1} << 63;
  std::unordered_map<uint32_t, uint32_t> reify_cells_;  // to the descriptions, by indices of the pool
  uint64_t next_arity_ = 0;  // the first one that the next function must have
};

}  // namespace

std::string verify_bundle(const BundleView& bundle) {
  try {
    Verifier(bundle).run();
    return "";
  } catch (Fault& fault) {
    return fault.text;
  }
}

}  // namespace clj::bytecode
