#include "clj/linker/program.h"

#include "clj/base/lz4_block.h"
#include "unit_copier.h"

namespace clj::linker {

using namespace bytecode;

namespace {

// Packed if that saves an eighth: less is not worth the time to unpack it.
bool pays(const std::string& packed, const std::string& bytes) { return packed.size() <= bytes.size() / 8 * 7; }

void add_resource(const Resource& resource, BundleWriter& writer) {
  FileTable table = is_module(resource) ? FileTable::kModules : FileTable::kResources;
  FileRecord record{writer.add_utf8(resource.name), Packing::kNone, 0, 0, resource.bytes.size()};
  std::string packed;
  if (resource.bytes.size() <= kMostPackedBytes && pack_lz4_block(resource.bytes, packed) && pays(packed, resource.bytes)) {
    record.packing = Packing::kLz4;
    writer.add_file(table, record, packed);
  } else {
    writer.add_file(table, record, resource.bytes);
  }
}

}  // namespace

bool is_module(const Resource& resource) { return resource.name.ends_with(".wasm"); }

std::string link_program(const Program& program) {
  BundleWriter writer;
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
    copier.copy_files();
  }
  for (const Resource& resource : program.resources) {
    add_resource(resource, writer);
  }
  return writer.finish();
}

}  // namespace clj::linker
