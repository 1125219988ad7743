// java.io.FileDescriptor: a standard stream by its number, or what a stream that was opened reads or writes.
#include "file_descriptors.h"

#include <unistd.h>

#include <cerrno>

#include "clj/gc/heap.h"

namespace clj::builtins::host {

namespace {

struct FileDescriptor : HostObject {
  static constexpr uint16_t kSlots = 2;
  Value stream;    // nil: a standard stream
  int32_t number;
};

Value make_file_descriptor(int number, Value stream) {
  auto* made = make_host_object<FileDescriptor>("java.io.FileDescriptor");
  made->stream = stream;
  made->number = number;
  return Value::object(made);
}

FileDescriptor* self(const Value* args) { return static_cast<FileDescriptor*>(args[0].as_object()); }

bool is_open(const FileDescriptor* descriptor) {
  if (descriptor->stream.is_nil()) return true;
  bool reads = is_stream(descriptor->stream, "java.io.InputStream");
  return !descriptor->stream.as_object()->has_flag(reads ? InputStream::kClosed : OutputStream::kClosed);
}

}  // namespace

bool descriptor_parts(Value v, int& number, Value& stream) {
  if (!is_stream(v, "java.io.FileDescriptor")) return false;
  auto* descriptor = static_cast<FileDescriptor*>(v.as_object());
  stream = descriptor->stream;
  number = stream.is_nil() ? descriptor->number : -1;
  return true;
}

CLJ_FN(descriptor_in) { return make_file_descriptor(0, Value::nil()); }
CLJ_FN(descriptor_out) { return make_file_descriptor(1, Value::nil()); }
CLJ_FN(descriptor_err) { return make_file_descriptor(2, Value::nil()); }
CLJ_FN(input_descriptor) { return make_file_descriptor(static_cast<InputStream*>(args[0].as_object())->descriptor, args[0]); }
CLJ_FN(output_descriptor) { return make_file_descriptor(static_cast<OutputStream*>(args[0].as_object())->descriptor, args[0]); }
CLJ_FN(descriptor_valid) { return boolean(is_open(self(args))); }
CLJ_FN(descriptor_sync) {
  int failed;
  {
    // The number of a closed stream may be that of another file by now.
    int number = is_open(self(args)) ? self(args)->number : -1;
    gc::BlockingRegion region;
    failed = ::fsync(number);
  }
  if (failed != 0) throw_named("java.io.SyncFailedException", make_string("sync failed"));
  return Value::nil();
}

}  // namespace clj::builtins::host
