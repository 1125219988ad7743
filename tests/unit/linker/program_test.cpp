// Units made here, linked, and read again.
#include "clj/linker/program.h"

#include <catch2/catch.hpp>

#include "clj/bytecode/opcode.h"

using namespace clj;
using namespace clj::bytecode;

namespace {

std::string varints(ConstantTag tag, std::initializer_list<uint64_t> operands) {
  std::string out(1, static_cast<char>(tag));
  for (uint64_t n : operands) append_varint(out, n);
  return out;
}

// A bundle with one namespace, whose one form makes an inner function that holds a keyword, a
// list of a string, and a number.
std::string unit(const char* ns, const char* text, uint64_t number) {
  BundleWriter writer;
  uint32_t name = writer.add_utf8(ns);
  uint32_t keyword = writer.add_constant(varints(ConstantTag::kKeyword, {0, writer.add_utf8("shared")}));
  uint32_t string = writer.add_constant(varints(ConstantTag::kString, {writer.add_utf8(text)}));
  uint32_t list = writer.add_constant(varints(ConstantTag::kList, {0, 1, string}));
  uint32_t n = writer.add_constant(varints(ConstantTag::kLong, {number << 1}));
  const uint32_t code[] = {encode_d(Op::kLoadConst, 0, 1), encode(Op::kReturn, 0), 0, 7, 1};
  const ArityRecord arity{0, 0, 1, 0, 2, 2, 0, 2, 1};
  const uint32_t constants[] = {keyword, list, n};
  uint32_t inner = writer.add_function({name, kNoIndex, 0, 0, 0, 0, 0}, constants, {&arity, 1}, code);
  uint32_t function = writer.add_constant(varints(ConstantTag::kFunction, {inner}));
  const uint32_t outer_constants[] = {function, keyword};
  uint32_t outer = writer.add_function({name, name, 0, 0, 0, 0, 0}, outer_constants, {&arity, 1}, code);
  writer.add_namespace(name, name, {&outer, 1});
  writer.info.main_namespace = 0;
  return writer.finish();
}

// With one type, () -> ().
const std::string kModule("\0asm\1\0\0\0\1\4\1\x60\0\0", 14);

struct Linked {
  std::string one, two, bytes;
  BundleView first, second, view;
  Linked() : one(unit("one", "a", 1)), two(unit("zw\xC3\xB6\xE2\x82\xAC", "b", 1)) {
    REQUIRE(first.open(one, true).empty());
    REQUIRE(second.open(two, true).empty());
    linker::Program program;
    program.parts = {{&first}, {&second}};
    program.main_namespace = "one";
    program.call_main = 1;
    program.resources = {{"\xC3\xA4.txt", "bytes"}, {"long.txt", std::string(9000, 'x')}, {"add.wasm", kModule}};
    bytes = linker::link_program(program);
    REQUIRE(view.open(bytes, true).empty());
  }
  ConstantTag tag(uint32_t constant) const {
    return static_cast<ConstantTag>(view.constant_bytes()[view.constant_offsets()[constant]]);
  }
};

}  // namespace

TEST_CASE("a linked program passes the verifier and has the units' namespaces in order") {
  Linked linked;
  CHECK(verify_bundle(linked.view) == "");
  REQUIRE(linked.view.namespaces().size() == 2);
  CHECK(linked.view.string_text(linked.view.namespaces()[0].name) == "one");
  CHECK(linked.view.string_text(linked.view.namespaces()[1].path) == "zw\xC3\xB6\xE2\x82\xAC");
  CHECK(linked.view.info().main_namespace == 0);
  CHECK(linked.view.info().call_main == 1);
  CHECK(linked.view.init_functions()[1] == 3);
}

TEST_CASE("keywords and numbers of several units become one constant, collections do not") {
  Linked linked;
  uint32_t counts[static_cast<size_t>(ConstantTag::kCount)] = {};
  for (uint32_t i = 0; i < linked.view.constant_offsets().size(); ++i) ++counts[static_cast<size_t>(linked.tag(i))];
  CHECK(counts[static_cast<size_t>(ConstantTag::kKeyword)] == 1);
  CHECK(counts[static_cast<size_t>(ConstantTag::kLong)] == 1);
  CHECK(counts[static_cast<size_t>(ConstantTag::kList)] == 2);
  CHECK(counts[static_cast<size_t>(ConstantTag::kFunction)] == 2);
}

TEST_CASE("a function keeps its constants, its code and its lines") {
  Linked linked;
  const FunctionRecord& inner = linked.view.functions()[2];
  REQUIRE(inner.constant_count == 3);
  uint32_t list = linked.view.constant_indices()[inner.first_constant + 1];
  REQUIRE(linked.tag(list) == ConstantTag::kList);
  std::string_view bytes = linked.view.constant_bytes();
  size_t at = linked.view.constant_offsets()[list] + 1;
  uint64_t meta, count, element, text;
  REQUIRE((read_varint(bytes, at, meta) && read_varint(bytes, at, count) && read_varint(bytes, at, element)));
  at = linked.view.constant_offsets()[element] + 1;
  REQUIRE(read_varint(bytes, at, text));
  CHECK(linked.view.string_text(static_cast<uint32_t>(text)) == "b");
  const ArityRecord& arity = linked.view.arities()[inner.first_arity];
  CHECK(op_of(linked.view.code()[arity.code]) == Op::kLoadConst);
  CHECK(linked.view.code()[arity.code + arity.lines + 1] == 7);
}

TEST_CASE("equal programs give equal bytes") { CHECK(Linked().bytes == Linked().bytes); }

TEST_CASE("a resource has its name, whatever letters it has, and is packed where that pays") {
  Linked linked;
  auto files = linked.view.files(FileTable::kResources);
  REQUIRE(files.size() == 2);
  CHECK(linked.view.string_text(files[0].name) == "\xC3\xA4.txt");
  CHECK(linked.view.stored_file(FileTable::kResources, files[0]) == "bytes");
  CHECK(files[1].stored_bytes < 100);
  std::string buffer;
  std::string_view bytes;
  REQUIRE(linked.view.read_file(FileTable::kResources, files[1], buffer, bytes));
  CHECK(bytes == std::string(9000, 'x'));
}

TEST_CASE("WebAssembly modules have a table of their own, and go from a unit to the program") {
  Linked linked;
  linker::Program again;
  again.parts = {{&linked.view}};
  again.main_namespace = "one";
  std::string bytes = linker::link_program(again);
  BundleView view;
  REQUIRE(view.open(bytes, true).empty());
  CHECK(verify_bundle(view) == "");
  CHECK(view.files(FileTable::kResources).size() == 2);
  auto files = view.files(FileTable::kModules);
  REQUIRE(files.size() == 1);
  CHECK(view.string_text(files[0].name) == "add.wasm");
  CHECK(view.stored_file(FileTable::kModules, files[0]) == kModule);
}

TEST_CASE("the forms of a prologue run before those of the main namespace") {
  Linked linked;
  linker::Program program;
  program.parts = {{&linked.first}, {&linked.second}};
  program.main_namespace = linked.second.string_text(linked.second.namespaces()[0].name);
  program.prologue = {&linked.first};
  std::string bytes = linker::link_program(program);
  BundleView view;
  REQUIRE(view.open(bytes, true).empty());
  CHECK(verify_bundle(view) == "");
  REQUIRE(view.namespaces().size() == 2);
  CHECK(view.namespaces()[0].init_count == 1);
  REQUIRE(view.namespaces()[1].init_count == 2);
  CHECK(view.init_functions()[view.namespaces()[1].first_init] == 1);  // of the prologue, which comes first
}

TEST_CASE("forms that are not kept leave nothing behind, and lines can be left out") {
  Linked linked;
  linker::Program program;
  program.parts = {{&linked.first, {false}}, {&linked.second, {true}, true}};
  program.main_namespace = "one";
  std::string bytes = linker::link_program(program);
  BundleView view;
  REQUIRE(view.open(bytes, true).empty());
  CHECK(verify_bundle(view) == "");
  CHECK(view.namespaces()[0].init_count == 0);
  CHECK(view.functions().size() == 2);
  CHECK(view.code().size() == 4);
  for (const ArityRecord& arity : view.arities()) CHECK(arity.line_count == 0);
}

TEST_CASE("no changed byte of a bundle goes unnoticed, and none leads the verifier astray") {
  Linked linked;
  for (size_t i = 0; i < linked.bytes.size(); ++i) {
    for (char mask : {'\x01', '\x80', '\xFF'}) {
      std::string changed = linked.bytes;
      changed[i] = static_cast<char>(changed[i] ^ mask);
      BundleView view;
      if (view.open(changed, true).empty()) FAIL("byte " << i);
      // As if somebody had made the checksums fit: what passes can be read.
      if (!view.open(changed, false).empty() || !verify_bundle(view).empty()) continue;
      for (const ArityRecord& arity : view.arities()) disassemble(arity, view.code().data() + arity.code);
      for (uint32_t s = 0; s < view.strings().size(); ++s) view.string_text(s);
      linker::Program again;
      again.parts = {{&view}};
      linker::link_program(again);
    }
  }
}
