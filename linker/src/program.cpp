#include "clj/linker/program.h"

#include "unit_copier.h"

namespace clj::linker {

std::string link_program(const Program& program) {
  bytecode::BundleWriter writer;
  writer.info.call_main = program.call_main;
  uint32_t index = 0;
  for (const bytecode::BundleView* unit : program.units) {
    UnitCopier(*unit, writer).copy();
    for (const bytecode::NamespaceRecord& ns : unit->namespaces()) {
      if (unit->string_text(ns.name) == program.main_namespace) writer.info.main_namespace = index;
      ++index;
    }
  }
  for (const Resource& resource : program.resources) {
    writer.add_resource(writer.add_utf8(resource.name), resource.bytes);
  }
  return writer.finish();
}

}  // namespace clj::linker
