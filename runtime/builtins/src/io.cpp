// Reading and writing text; forms from strings and streams.
#include "clj/core/refs.h"
#include "clj/io/reader.h"
#include "clj/io/writer.h"
#include "clj/reader/reader.h"
#include "native.h"
#include "stream_source.h"

namespace clj::builtins {

namespace {

Value standard_input() { return deref(cast<Var>(roots.var_in)); }

io::Charset charset_arg(Value v) {
  return v.is_nil() ? io::Charset::kUtf8 : io::charset_named(to_utf8(str_value(v)));
}

void require_edn_options(Value options) {
  if (options.is_nil())
    throw_error(Error::kNullPointer, "Cannot invoke \"clojure.lang.IPersistentMap.valAt(Object, Object)\" because \"opts\" is null");
}

struct ReadRequest {
  Value stream;
  reader::Options options;
  Value at_end;  // absent(): the end is an error
};

// ([] [stream] [stream eof-error? eof-value] [… recursive?] [opts stream])
ReadRequest read_request(const Value* args, uint32_t count, bool edn) {
  ReadRequest request{count == 0 ? standard_input() : args[0], {}, Value::absent()};
  request.options.edn = edn;
  if (count == 2) {
    if (edn) require_edn_options(args[0]);
    request.options = reader::Options::from_map(args[0], request.at_end, edn);
    request.stream = args[1];
  } else if (count >= 3 && !args[1].truthy()) {
    request.at_end = args[2];
  }
  request.options.eof_throws = request.at_end.is_absent();
  return request;
}

void require_reader(Value stream, const char* class_name) {
  if (!is_instance(find_class(class_name), stream)) throw_bad_argument(stream, class_name);
}

Value read_one(reader::CharSource& source, const ReadRequest& request) {
  Value form = reader::Reader(source, request.options).read();
  return form.is_absent() ? request.at_end : form;
}

}  // namespace

CLJ_FN(read_line) { return io::read_line(standard_input()); }

CLJ_FN(read) {
  ReadRequest request = read_request(args, count, false);
  require_reader(request.stream, "java.io.PushbackReader");
  StreamSource source(request.stream);
  return read_one(source, request);
}

CLJ_FN(read_with_string) {
  ReadRequest request = read_request(args, count, false);
  require_reader(request.stream, "clojure.lang.LineNumberingPushbackReader");
  StreamSource source(request.stream);
  source.start_capture();
  Value form = read_one(source, request);
  std::u16string text = source.take_capture();
  // As String.trim has it: neither end keeps what is not above a blank.
  size_t start = 0, end = text.size();
  while (start < end && text[start] <= u' ') ++start;
  while (end > start && text[end - 1] <= u' ') --end;
  return make_vector({form, make_string_utf16(text.data() + start, end - start)});
}

CLJ_FN(edn_read) {
  ReadRequest request = read_request(args, count, true);
  require_reader(request.stream, "java.io.PushbackReader");
  StreamSource source(request.stream);
  return read_one(source, request);
}

CLJ_FN(edn_read_string) {
  Value text = args[count - 1];
  if (!text.truthy()) return Value::nil();
  string_arg(text);
  Value at_end = Value::nil();
  reader::Options options;
  options.edn = true;
  if (count == 2) {
    require_edn_options(args[0]);
    options = reader::Options::from_map(args[0], at_end, true);
    options.eof_throws = at_end.is_absent();
  }
  Value form = reader::read_string(text, options);
  return form.is_absent() ? at_end : form;
}

CLJ_FN(read_string) {
  Value text = args[count - 1];
  require_target(text, "String", "length()", "s");
  string_arg(text);
  Value at_end = Value::absent();
  reader::Options options;
  if (count == 2) options = reader::Options::from_map(args[0], at_end, false);
  options.eof_throws = at_end.is_absent();
  Value form = reader::read_string(text, options);
  return form.is_absent() ? at_end : form;
}

CLJ_FN(slurp) {
  Value stream = is_string(args[0]) ? io::open_file_reader(as_string(args[0]), charset_arg(args[1])) : args[0];
  Value text = io::read_rest(stream);
  io::close_reader(stream);
  return text;
}

CLJ_FN(spit) {
  Value writer = io::open_file_writer(string_arg(args[0]), args[2].truthy(), charset_arg(args[3]));
  io::write(writer, as_string(str_value(args[1])));
  io::close(writer);
  return Value::nil();
}

CLJ_FN(string_writer) { return io::make_string_writer(); }
CLJ_FN(written_text) {
  object_arg<io::Writer>(args[0], "java.io.StringWriter");
  return io::written_text(args[0]);
}
CLJ_FN(take_written_text) {
  object_arg<io::Writer>(args[0], "java.io.StringWriter");
  return io::take_written_text(args[0]);
}
CLJ_FN(string_reader) {
  require_target(args[0], "String", "length()", "s");
  string_arg(args[0]);
  return io::wrap_reader(roots.class_line_numbering_pushback_reader, io::make_string_reader(args[0]));
}
CLJ_FN(read_line_of) {
  require_target(args[0], "java.io.BufferedReader", "readLine()", "rdr");
  return io::read_line(args[0]);
}

}  // namespace clj::builtins
