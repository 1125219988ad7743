#include <cstdio>

#include "clj/analyze/analyze.h"
#include "clj/bytecode/bundle.h"
#include "clj/core/print.h"
#include "clj/core/text.h"
#include "clj/driver/build.h"
#include "clj/driver/loader.h"
#include "clj/driver/start.h"
#include "clj/emit/emit.h"
#include "clj/exec/proto.h"
#include "clj/io/class_path.h"
#include "compile_unit.h"

namespace clj::driver {
namespace {

void dump_proto(const exec::FnProto* proto) {
  std::printf("%s\n", to_utf8(proto->name).c_str());
  const exec::Arity* arities = proto->arities.load();
  for (uint16_t i = 0; i < proto->arity_count; ++i) {
    const exec::Arity& a = arities[i];
    bytecode::ArityRecord record{a.params,     a.variadic,        a.registers, 0,           a.code_words,
                                 a.exceptions, a.exception_count, a.lines,     a.line_count};
    std::printf("  %u parameters%s, %u registers\n%s", a.params, a.variadic ? " and rest" : "", a.registers,
                bytecode::disassemble(record, a.code).c_str());
  }
  uint64_t count = proto->constants_array.as_object()->slot_count();
  for (uint64_t i = 0; i < count; ++i) {
    Value constant = proto->constants[i];
    if (!is_kind(constant, Kind::kFnProto)) {
      std::printf("  k%llu %s\n", static_cast<unsigned long long>(i), print_text(constant).c_str());
    }
  }
  for (uint64_t i = 0; i < count; ++i) {
    if (is_kind(proto->constants[i], Kind::kFnProto)) dump_proto(cast<exec::FnProto>(proto->constants[i]));
  }
}

}  // namespace

int dump(const std::string& file, Stage stage) {
  install_pending_vars();
  UserScope user;
  std::string text = io::read_place(file);
  for_each_form(text, file, file, [&](Value form) {
    if (stage == Stage::kRead) std::printf("%s\n", print_text(form).c_str());
    if (stage == Stage::kExpand) std::printf("%s\n", print_text(analyze::macroexpand(form)).c_str());
    compile_top_level(form, Evaluate::kDefinitions, [&](const analyze::Unit& unit) {
      if (stage == Stage::kAst) std::printf("%s\n", analyze::dump_ast(unit).c_str());
      if (stage == Stage::kBytecode) dump_proto(cast<exec::FnProto>(emit::compile(unit)));
    });
  });
  return 0;
}

}  // namespace clj::driver
