#include "clj/linker/program.h"

#include "unit_copier.h"

namespace clj::linker {

std::string link_program(const Program& program) {
  bytecode::BundleWriter writer;
  writer.info.call_main = program.call_main;
  std::vector<uint32_t> prologue;
  if (program.prologue.unit != nullptr) prologue = UnitCopier(program.prologue, writer).copy_forms(0);
  uint32_t index = 0;
  for (const Part& part : program.parts) {
    UnitCopier copier(part, writer);
    for (uint32_t i = 0; i < part.unit->namespaces().size(); ++i, ++index) {
      std::vector<uint32_t> forms = copier.copy_forms(i);
      if (copier.name_of(i) == program.main_namespace) {
        writer.info.main_namespace = index;
        forms.insert(forms.begin(), prologue.begin(), prologue.end());
      }
      copier.add_namespace(i, forms);
    }
    copier.copy_resources();
  }
  for (const Resource& resource : program.resources) {
    writer.add_resource(writer.add_utf8(resource.name), resource.bytes);
  }
  return writer.finish();
}

}  // namespace clj::linker
