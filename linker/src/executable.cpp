#include "clj/linker/executable.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>

#include "clj/base/file.h"
#include "clj/bytecode/signature_block.h"
#include "clj/bytecode/trailer.h"

namespace clj::linker {
namespace {

using bytecode::make_trailer;
using bytecode::Trailer;

void pad_to_page(std::string& contents) {
  constexpr size_t kAlign = bytecode::kAttachmentAlignment;
  contents.resize((contents.size() + kAlign - 1) / kAlign * kAlign);
}

void append_trailer(std::string& contents, const Trailer& trailer) {
  contents.append(reinterpret_cast<const char*>(&trailer), sizeof trailer);
}

}  // namespace

const char* stub_name(StubKind kind) { return kind == StubKind::kLean ? "cljvm-lean" : "cljvm"; }

std::string load_stub(const std::string& folder, StubKind kind, Stub& stub) {
  std::string file = folder + "/" + stub_name(kind);
  if (!read_file(file, stub.bytes)) {
    return file + " (" + std::strerror(errno) + "): the runtime that executables are made of";
  }
  Trailer trailer;
  if (!bytecode::read_trailer(stub.bytes, stub.bytes.size(), trailer) || trailer.image_bytes == 0) {
    return file + " carries no boot image and cannot be linked";
  }
  stub.image_offset = trailer.image_offset;
  stub.image_bytes = trailer.image_bytes;
  stub.bytes.resize(trailer.image_offset + trailer.image_bytes);
  return "";
}

std::string link_stub(std::string_view program, std::string_view image) {
  std::string contents(program);
  pad_to_page(contents);
  Trailer trailer = make_trailer(contents.size(), image.size(), 0, 0);
  contents += image;
  append_trailer(contents, trailer);
  return contents;
}

void replace_image(Stub& stub, std::string_view image) {
  stub.bytes.resize(stub.image_offset);
  stub.bytes += image;
  stub.image_bytes = image.size();
}

std::string link_executable(const Stub& stub, std::string_view bundle) {
  std::string contents = stub.bytes;
  pad_to_page(contents);
  Trailer trailer = make_trailer(stub.image_offset, stub.image_bytes, contents.size(), bundle.size());
  contents += bundle;
  append_trailer(contents, trailer);
  return contents;
}

FileParts parts_of_file(std::string_view file) {
  Trailer trailer;
  file = bytecode::without_signature(file);
  if (!bytecode::read_trailer(file, file.size(), trailer)) return {false, 0, 0, file};
  return {true, trailer.image_offset, trailer.image_bytes, file.substr(trailer.bundle_offset, trailer.bundle_bytes)};
}

std::string write_program(const std::string& path, std::string_view contents, bool executable) {
  struct stat status;
  if (stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
    return path + ": the output would replace a folder or a device; name a file";
  }
  if (!write_file(path, contents, executable ? 0777 : 0666)) {
    return path + ": could not be written: " + std::strerror(errno);
  }
  return "";
}

}  // namespace clj::linker
