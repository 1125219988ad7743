// cljc inspect: what is in a bundle or an executable.
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "clj/base/file.h"
#include "clj/bytecode/bundle.h"
#include "clj/driver/commands.h"
#include "clj/launch/launch.h"
#include "clj/linker/executable.h"
#include "clj/lint/json.h"

namespace clj::driver {
namespace {

using namespace bytecode;
using linker::FileParts;

int fail(const std::string& file, const std::string& what) {
  launch::report_failure("cljc", file + ": " + what);
  return 1;
}

std::string hexadecimal(uint64_t n) {
  char text[24];
  std::snprintf(text, sizeof text, "0x%016llx", static_cast<unsigned long long>(n));
  return text;
}

// The section entries, with their checksums; the bundle has been opened, so they are inside.
const SectionEntry* section_entries(const BundleView& bundle) {
  return reinterpret_cast<const SectionEntry*>(bundle.all().data() + sizeof(BundleHeader));
}

uint64_t code_bytes(const BundleView& bundle, const FunctionRecord& function) {
  uint64_t words = 0;
  for (uint16_t i = 0; i < function.arity_count; ++i) words += bundle.arities()[function.first_arity + i].code_words;
  return words * sizeof(uint32_t);
}

std::string arities_text(const BundleView& bundle, const FunctionRecord& function) {
  std::string text;
  for (uint16_t i = 0; i < function.arity_count; ++i) {
    const ArityRecord& arity = bundle.arities()[function.first_arity + i];
    text += (text.empty() ? "" : " ") + std::to_string(arity.params) + (arity.variadic != 0 ? "+" : "");
  }
  return text;
}

const char* name_of(FileTable table) { return table == FileTable::kResources ? "resources" : "modules"; }

void print_text(const std::string& file, uint64_t file_bytes, const FileParts& parts, const BundleView& bundle) {
  const auto& header = *reinterpret_cast<const BundleHeader*>(bundle.all().data());
  std::printf("%s: %s, %llu bytes\n", file.c_str(), parts.executable ? "executable" : "bundle",
              static_cast<unsigned long long>(file_bytes));
  if (parts.executable) {
    std::printf("runtime %llu bytes, boot image %llu bytes, bundle %llu bytes\n",
                static_cast<unsigned long long>(parts.runtime_bytes), static_cast<unsigned long long>(parts.image_bytes),
                static_cast<unsigned long long>(bundle.all().size()));
  }
  std::printf("fingerprint %s, checksum %s\n", hexadecimal(header.fingerprint).c_str(), hexadecimal(header.checksum).c_str());
  std::printf("main %s\n\nsections\n", bundle.string_text(bundle.namespaces()[bundle.info().main_namespace].name).c_str());
  for (uint32_t i = 0; i < header.section_count; ++i) {
    const SectionEntry& entry = section_entries(bundle)[i];
    std::printf("  %-16s %9llu bytes  %s\n", section_name(static_cast<Section>(entry.section)),
                static_cast<unsigned long long>(entry.bytes), hexadecimal(entry.checksum).c_str());
  }
  std::printf("\nnamespaces\n");
  for (const NamespaceRecord& ns : bundle.namespaces()) {
    std::printf("  %s, %u forms\n", bundle.string_text(ns.name).c_str(), ns.init_count);
  }
  std::printf("\nfunctions: arities, bytes of code\n");
  for (const FunctionRecord& function : bundle.functions()) {
    std::printf("  %s [%s] %llu\n", bundle.string_text(function.name).c_str(), arities_text(bundle, function).c_str(),
                static_cast<unsigned long long>(code_bytes(bundle, function)));
  }
  for (FileTable table : kFileTables) {
    if (!bundle.files(table).empty()) std::printf("\n%s: bytes, as stored\n", name_of(table));
    for (const FileRecord& file : bundle.files(table)) {
      std::printf("  %s, %llu, %llu\n", bundle.string_text(file.name).c_str(), static_cast<unsigned long long>(file.bytes),
                  static_cast<unsigned long long>(file.stored_bytes));
    }
  }
}

// A JSON array of objects, one a line.
template <class Items, class F>
std::string json_array(const Items& items, F&& text_of) {
  std::string out;
  for (const auto& item : items) out += std::string(out.empty() ? "" : ",") + "\n    {" + text_of(item) + "}";
  return "[" + out + (out.empty() ? "]" : "\n  ]");
}

void print_json(const std::string& file, uint64_t file_bytes, const FileParts& parts, const BundleView& bundle) {
  const auto& header = *reinterpret_cast<const BundleHeader*>(bundle.all().data());
  auto quoted = [&](uint32_t string) { return lint::json_string(bundle.string_text(string)); };
  std::span<const SectionEntry> sections(section_entries(bundle), header.section_count);
  std::string out = "{\n  \"file\": " + lint::json_string(file) + ",\n  \"kind\": \"" + (parts.executable ? "executable" : "bundle") +
                    "\",\n  \"bytes\": " + std::to_string(file_bytes) + ",\n  \"runtimeBytes\": " + std::to_string(parts.runtime_bytes) +
                    ",\n  \"imageBytes\": " + std::to_string(parts.image_bytes) +
                    ",\n  \"bundleBytes\": " + std::to_string(bundle.all().size()) + ",\n  \"fingerprint\": \"" +
                    hexadecimal(header.fingerprint) + "\",\n  \"checksum\": \"" + hexadecimal(header.checksum) +
                    "\",\n  \"main\": " + quoted(bundle.namespaces()[bundle.info().main_namespace].name);
  out += ",\n  \"sections\": " + json_array(sections, [&](const SectionEntry& entry) {
    return std::string("\"name\": \"") + section_name(static_cast<Section>(entry.section)) + "\", \"bytes\": " +
           std::to_string(entry.bytes) + ", \"checksum\": \"" + hexadecimal(entry.checksum) + "\"";
  });
  out += ",\n  \"namespaces\": " + json_array(bundle.namespaces(), [&](const NamespaceRecord& ns) {
    return "\"name\": " + quoted(ns.name) + ", \"forms\": " + std::to_string(ns.init_count);
  });
  out += ",\n  \"functions\": " + json_array(bundle.functions(), [&](const FunctionRecord& function) {
    return "\"name\": " + quoted(function.name) + ", \"arities\": \"" + arities_text(bundle, function) +
           "\", \"codeBytes\": " + std::to_string(code_bytes(bundle, function));
  });
  for (FileTable table : kFileTables) {
    out += std::string(",\n  \"") + name_of(table) + "\": " + json_array(bundle.files(table), [&](const FileRecord& file) {
      return "\"name\": " + quoted(file.name) + ", \"bytes\": " + std::to_string(file.bytes) +
             ", \"storedBytes\": " + std::to_string(file.stored_bytes);
    });
  }
  std::printf("%s\n}\n", out.c_str());
}

// The functions of that name, disassembled. False when there is none.
bool print_function(const BundleView& bundle, const std::string& name) {
  bool found = false;
  for (const FunctionRecord& function : bundle.functions()) {
    if (bundle.string_text(function.name) != name) continue;
    found = true;
    for (uint16_t i = 0; i < function.arity_count; ++i) {
      const ArityRecord& arity = bundle.arities()[function.first_arity + i];
      std::printf("%s, %u parameters%s, %u registers\n%s", name.c_str(), arity.params, arity.variadic != 0 ? " and rest" : "",
                  arity.registers, disassemble(arity, bundle.code().data() + arity.code).c_str());
    }
  }
  return found;
}

}  // namespace

std::string check_inspect(const CommandLine& line) {
  if (line.rest.size() != 1) return "one file is needed: a bundle or an executable";
  std::string format = line.value("format", "text");
  return format == "text" || format == "json" ? "" : "--format takes text or json, not " + format;
}

int run_inspect(const CommandLine& line) {
  const std::string& file = line.rest[0];
  std::string contents;
  if (!read_file(file, contents)) return fail(file, std::strerror(errno));
  FileParts parts = linker::parts_of_file(contents);
  if (parts.executable && parts.bundle.empty()) return fail(file, "the runtime itself, without a program");
  // The tables are read in place, which wants them aligned as in a mapped file.
  std::string bundle_bytes(parts.bundle);
  BundleView bundle;
  std::string error = bundle.open(bundle_bytes, true);
  if (error.empty()) error = verify_bundle(bundle);
  if (!error.empty()) return fail(file, error);
  if (line.has("function")) {
    if (!print_function(bundle, line.value("function"))) return fail(file, "no function " + line.value("function"));
  } else if (line.value("format", "text") == "json") {
    print_json(file, contents.size(), parts, bundle);
  } else {
    print_text(file, contents.size(), parts, bundle);
  }
  return 0;
}

}  // namespace clj::driver
