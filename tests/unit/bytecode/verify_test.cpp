// Bundles that are whole but lie: each is refused, with what is wrong with it.
#include <catch2/catch.hpp>
#include <vector>

#include "clj/bytecode/bundle.h"
#include "clj/bytecode/opcode.h"

using namespace clj;
using namespace clj::bytecode;

namespace {

// One namespace whose two forms each return a constant; `change` may lie about a section's records.
template <class Change>
std::string verdict(Change&& change) {
  BundleWriter writer;
  uint32_t name = writer.add_utf8("user");
  uint32_t constant = writer.add_constant(std::string(1, static_cast<char>(ConstantTag::kString)) + '\0');
  const uint32_t code[] = {encode_d(Op::kLoadConst, 0, 0), encode(Op::kReturn, 0), 0, 7, 1};
  const ArityRecord arity{0, 0, 1, 0, 2, 2, 0, 2, 1};
  const uint32_t functions[] = {
      writer.add_function({name, kNoIndex, 0, 0, 0, 0, 0}, {&constant, 1}, {&arity, 1}, code),
      writer.add_function({name, kNoIndex, 0, 0, 0, 0, 0}, {&constant, 1}, {&arity, 1}, code)};
  writer.add_namespace(name, name, functions);
  writer.info.main_namespace = 0;
  std::string bytes = writer.finish();
  BundleView view;
  REQUIRE(view.open(bytes, true).empty());
  // The views point into `bytes`.
  change(const_cast<FunctionRecord*>(view.functions().data()), const_cast<ArityRecord*>(view.arities().data()));
  return verify_bundle(view);
}

// The verdict on a function of one parameter with this code, with constants nil, nil and a symbol.
std::string verdict(std::initializer_list<uint32_t> code, std::initializer_list<uint32_t> exceptions = {}) {
  BundleWriter writer;
  uint32_t name = writer.add_utf8("user"), nil = writer.add_constant(std::string(1, static_cast<char>(ConstantTag::kNil)));
  std::string symbol(1, static_cast<char>(ConstantTag::kSymbol));
  for (uint64_t operand : {uint64_t{0}, uint64_t{name}, uint64_t{0}}) append_varint(symbol, operand);
  const uint32_t constants[] = {writer.add_constant(symbol), nil, nil, nil};
  std::vector<uint32_t> words(code);
  auto count = static_cast<uint32_t>(words.size());
  words.insert(words.end(), exceptions);
  const ArityRecord arity{1, 0, 8, 0, count, count, static_cast<uint32_t>(exceptions.size() / 4), 0, 0};
  writer.add_function({name, kNoIndex, 0, 0, 0, 0, 0}, constants, {&arity, 1}, words);
  writer.add_namespace(name, name, {});
  writer.info.main_namespace = 0;
  std::string bytes = writer.finish();
  BundleView view;
  REQUIRE(view.open(bytes, true).empty());
  return verify_bundle(view);
}

// The verdict on a bundle with this one file.
std::string verdict(FileTable table, FileRecord file, std::string_view stored) {
  BundleWriter writer;
  file.name = writer.add_utf8("user");
  writer.add_namespace(file.name, file.name, {});
  writer.info.main_namespace = 0;
  writer.add_file(table, file, stored);
  std::string bytes = writer.finish();
  BundleView view;
  REQUIRE(view.open(bytes, true).empty());
  return verify_bundle(view);
}

}  // namespace

TEST_CASE("a bundle as written passes") {
  CHECK(verdict([](FunctionRecord*, ArityRecord*) {}) == "");
}

TEST_CASE("every arity belongs to one function") {
  auto shared = verdict([](FunctionRecord* functions, ArityRecord*) { functions[1].first_arity = 0; });
  CHECK(shared.find("do not follow") != std::string::npos);
  // Nothing of an arity that no function has would have been checked.
  auto orphan = verdict([](FunctionRecord* functions, ArityRecord*) { functions[0].first_arity = 1; });
  CHECK(orphan.find("do not follow") != std::string::npos);
  auto none = verdict([](FunctionRecord* functions, ArityRecord*) { functions[1].arity_count = 0; });
  CHECK(none.find("arities lie outside") != std::string::npos);
}

TEST_CASE("code stays inside its section and its registers") {
  CHECK(verdict([](FunctionRecord*, ArityRecord* arities) { arities[1].code_words = 1u << 30; }).find("code lies outside") !=
        std::string::npos);
  CHECK(verdict([](FunctionRecord*, ArityRecord* arities) { arities[0].registers = 0; }) != "");
  CHECK(verdict([](FunctionRecord*, ArityRecord* arities) { arities[0].params = 2; }).find("more parameters") !=
        std::string::npos);
  CHECK(verdict([](FunctionRecord*, ArityRecord* arities) { arities[0].variadic = 2; }).find("variadic") !=
        std::string::npos);
  CHECK(verdict([](FunctionRecord*, ArityRecord* arities) { arities[0].exception_count = 1u << 28; }).find("exception table") !=
        std::string::npos);
}

TEST_CASE("a file of a bundle is what its record says") {
  const std::string packed("\x1F" "a" "\1\0" "\x50" "\x50" "aaaaa", 11);  // 1 + 19 + 80 times a, and five more
  CHECK(verdict(FileTable::kResources, {0, Packing::kNone, 0, 0, 4}, "text") == "");
  CHECK(verdict(FileTable::kResources, {0, Packing::kNone, 0, 0, 5}, "text") != "");
  CHECK(verdict(FileTable::kResources, {0, Packing::kLz4, 0, 0, 105}, packed) == "");
  CHECK(verdict(FileTable::kResources, {0, Packing::kLz4, 0, 0, 104}, packed) != "");
  CHECK(verdict(FileTable::kResources, {0, Packing::kLz4, 0, 0, 106}, packed) != "");
  CHECK(verdict(FileTable::kResources, {0, Packing::kLz4, 0, 0, uint64_t{1} << 60}, packed) != "");
  CHECK(verdict(FileTable::kResources, {0, Packing::kCount, 0, 0, 4}, "text") != "");
}

TEST_CASE("a module is one, whose sections fill it in order") {
  const std::string header("\0asm\1\0\0\0", 8), component("\0asm\x0d\0\1\0", 8);
  auto module = [](const std::string& bytes) {
    return verdict(FileTable::kModules, {0, Packing::kNone, 0, 0, bytes.size()}, bytes);
  };
  CHECK(module(header) == "");
  CHECK(module(header + std::string("\1\1\0\0\2\1x\6\1\0\12\1\0", 13)) == "");
  CHECK(module(header + std::string("\15\0\6\0\14\0\12\0\13\0", 10)) == "");
  CHECK(module(component + std::string("\4\1x\1\0\77\0", 7)) == "");
  CHECK(module("text").find("does not begin") != std::string::npos);
  CHECK(module(header.substr(0, 7)).find("unknown version") != std::string::npos);
  CHECK(module(header + "\1").find("ends inside section 1") != std::string::npos);
  CHECK(module(header + "\1\2x").find("ends inside section 1") != std::string::npos);
  CHECK(module(header + "\1\xFF\xFF\xFF\xFF\x7F").find("ends inside section 1") != std::string::npos);
  CHECK(module(header + std::string("\3\0\1\0", 4)).find("section 1 twice or out of order") != std::string::npos);
  CHECK(module(header + std::string("\12\0\14\0", 4)).find("section 12 twice or out of order") != std::string::npos);
  CHECK(module(header + std::string("\77\0", 2)).find("unknown section 63") != std::string::npos);
}

TEST_CASE("a register is written before it is read, on every way") {
  auto unassigned = [](const std::string& fault) { return fault.find("may not be written") != std::string::npos; };
  const uint32_t give_0 = encode(Op::kReturn, 0), give_1 = encode(Op::kReturn, 1), nil_1 = encode(Op::kLoadNil, 1);
  CHECK(verdict({give_0}) == "");
  CHECK(unassigned(verdict({give_1})));
  CHECK(verdict({nil_1, give_1}) == "");
  // (if r0 (r1 = nil)) r1
  CHECK(unassigned(verdict({encode(Op::kJumpIfNot, 0), 1, nil_1, give_1})));
  CHECK(verdict({nil_1, encode(Op::kJumpIfNot, 0), 1, nil_1, give_1}) == "");
  // What is behind a call's window is gone after the call; its result is there.
  const uint32_t call = encode(Op::kCall, 2, 0, 1);
  CHECK(verdict({encode(Op::kLoadNil, 2), call, give_1}) == "");
  CHECK(unassigned(verdict({encode(Op::kLoadNil, 2), call, encode(Op::kReturn, 2)})));
  // In a loop, what comes before its first turn counts.
  const uint32_t back = static_cast<uint32_t>(-4);
  CHECK(unassigned(verdict({encode(Op::kMove, 2, 1), nil_1, encode(Op::kLoop), back})));
  CHECK(verdict({nil_1, encode(Op::kMove, 2, 1), encode(Op::kLoop), back + 1}) == "");
  // A handler has what was assigned before any instruction that it guards.
  CHECK(unassigned(verdict({nil_1, encode(Op::kThrow, 0), give_1}, {0, 2, 2, 3})));
  CHECK(verdict({nil_1, encode(Op::kThrow, 0), give_1}, {1, 2, 2, 3}) == "");
  CHECK(verdict({encode(Op::kThrow, 0), give_1}, {0, 1, 1, 1}) == "");
}

TEST_CASE("code goes back at safepoints only") {
  const uint32_t back = static_cast<uint32_t>(-2);
  CHECK(verdict({encode(Op::kLoop), back}) == "");
  CHECK(verdict({encode(Op::kJump), back}).find("without a safepoint") != std::string::npos);
  CHECK(verdict({encode(Op::kLoadNil, 1), encode(Op::kThrow, 0)}, {1, 2, 0, 1}).find("before what it protects") != std::string::npos);
}

TEST_CASE("an inline cache belongs to one kind of call") {
  // (.user r0) into r1, and (.user r0 r0) in a window from r1, with constants from 0.
  const uint32_t member = encode(Op::kHostField, 1, 0), move = encode(Op::kMove, 5, 0), move_2 = encode(Op::kMove, 6, 0);
  auto call = [](uint32_t count) { return encode(Op::kHostCall, 1, count); };
  const uint32_t result = 1u << 24, end = encode(Op::kReturn, 1);
  CHECK(verdict({member, 0, member, 0, end}) == "");
  CHECK(verdict({move, call(1), result, move, call(1), result, end}) == "");
  auto shared = [](const std::string& fault) { return fault.find("cache is used otherwise") != std::string::npos; };
  CHECK(shared(verdict({member, 0, move, call(1), result, end})));
  CHECK(shared(verdict({move, call(1), result, move, move_2, call(2), result, end})));
  CHECK(shared(verdict({encode_d(Op::kLoadConst, 1, 1), member, 0, end})));
}
