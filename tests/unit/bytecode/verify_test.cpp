// Bundles that are whole but lie: each is refused, with what is wrong with it.
#include <catch2/catch.hpp>

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
