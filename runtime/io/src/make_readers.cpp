// Readers of files, texts, descriptors, byte streams and other readers.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "clj/base/file.h"
#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/roots.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"
#include "clj/io/file_error.h"
#include "source.h"

namespace clj::io {
namespace {

bool reads_standard_input(const Reader* reader) {
  if (reader->descriptor == 0) return true;
  const Reader* inner = try_cast<Reader>(reader->origin);
  return inner && reads_standard_input(inner);
}

Value new_reader(const char* class_name, Value origin, int descriptor, Charset charset) {
  Value cls = find_class(class_name);
  Reader* reader = gc::make<Reader>();
  reader->type = cls;
  reader->origin = origin;
  reader->descriptor = descriptor;
  reader->charset = charset;
  return Value::object(reader);
}

}  // namespace

void throw_file_not_found(const std::string& name, int error) {
  if (name.find('\0') != std::string::npos) throw_error(Error::kFileNotFound, "Invalid file path");
  throw_error(Error::kFileNotFound, name + " (" + std::strerror(error) + ")");
}

Value make_standard_reader() {
  return new_reader("clojure.lang.LineNumberingPushbackReader", Value::nil(), 0, Charset::kUtf8);
}
Value make_string_reader(Value string) { return new_reader("java.io.StringReader", string, -1, Charset::kUtf8); }
Value make_descriptor_reader(int descriptor, Charset charset) {
  return new_reader("java.io.BufferedReader", Value::nil(), descriptor, charset);
}

Value open_file_reader(const String* path, Charset charset) {
  std::string name = to_utf8(path);
  int descriptor, error = 0;
  {
    gc::BlockingRegion region;
    descriptor = ::open(system_path(name), O_RDONLY | O_CLOEXEC);
    error = errno;
    struct stat status;
    if (descriptor >= 0 && ::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
      ::close(descriptor);
      descriptor = -1;
      error = EISDIR;
    }
  }
  if (descriptor < 0) throw_file_not_found(name, error);
  return make_descriptor_reader(descriptor, charset);
}

Value wrap_reader(Value cls, Value origin) {
  Reader* reader = gc::make<Reader>();
  reader->type = cls;
  reader->origin = origin;
  reader->descriptor = -1;
  // Not around standard input, which others read, too.
  bool standard = is_kind(origin, Kind::kReader) && reads_standard_input(cast<Reader>(origin));
  // A BufferedReader and its kin ask for arrays, in which the ends of lines are as they were.
  bool buffers = is_assignable(cls, roots.class_buffered_reader) || is_assignable(cls, roots.class_line_numbering_pushback_reader);
  if (!standard && buffers) reader->set_flag(Reader::kReadsAhead);
  if (!buffers) reader->set_flag(Reader::kAsksEachTime);
  return Value::object(reader);
}

Value make_stream_reader(Value cls, Value stream, Charset charset, ReadBytes read_bytes) {
  read_stream_bytes.store(read_bytes, std::memory_order_relaxed);
  Value made = wrap_reader(cls, stream);
  cast<Reader>(made)->charset = charset;
  cast<Reader>(made)->set_flag(Reader::kDecodes);
  return made;
}

}  // namespace clj::io
