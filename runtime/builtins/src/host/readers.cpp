// Readers and writers of java.io: the members of io's Reader and Writer kinds.
#include <algorithm>
#include <vector>

#include "clj/core/array.h"
#include "clj/io/charset.h"
#include "clj/io/reader.h"
#include "clj/io/writer.h"
#include "streams.h"

namespace clj::builtins::host {

namespace {

io::Charset charset_arg(const Value* args, uint32_t count, uint32_t index) {
  return index < count ? io::charset_named(to_utf8(str_value(args[index]))) : io::Charset::kUtf8;
}

// The units that write and append take: an int, a String, a char array, each with a range.
Value text_arg(const Value* args, uint32_t count) {
  Value text = args[1];
  if (count == 2 && is_int(text)) {
    auto unit = static_cast<char16_t>(to_long(text));
    return make_string_utf16(&unit, 1);
  }
  if (is_string(text)) {
    if (count < 4) return text;
    int64_t offset = to_long(args[2]), length = to_long(args[3]), size = as_string(text)->length;
    if (offset < 0 || length < 0 || offset + length > size) throw_bad_range(offset, offset + length, size);
    return substring(as_string(text), static_cast<uint32_t>(offset), static_cast<uint32_t>(offset + length));
  }
  std::u16string all;
  if (CharArray* array = try_cast<CharArray>(text)) all.assign(array->items(), array->items() + array->length);
  else all = units(Value::object(char_sequence_arg(text)));
  if (count < 4) return from_units(all);
  int64_t offset = to_long(args[2]), length = to_long(args[3]), size = static_cast<int64_t>(all.size());
  if (offset < 0 || length < 0 || offset + length > size) throw_bad_range(offset, offset + length, size);
  return from_units(std::u16string_view(all).substr(static_cast<size_t>(offset), static_cast<size_t>(length)));
}

// (.println w x), (.print w x): as String/valueOf.
Value printed(Value x) {
  if (x.is_nil()) return ascii("null");
  if (CharArray* array = try_cast<CharArray>(x)) return from_units({array->items(), static_cast<size_t>(array->length)});
  return str_value(x);
}

Value formatted(Value* args, uint32_t count) {
  gc::ValueList all;
  for (uint32_t i = 1; i < count; ++i) all.push_back(args[i]);
  // The arguments may come as one array, as Java's varargs do.
  if (all.size() == 2 && is_kind(all[1], Kind::kObjectArray)) {
    Value array = all[1];
    all.pop_back();
    for (int64_t i = 0; i < array_length(array); ++i) all.push_back(array_at(array, i));
  }
  Value format = deref(cast<Var>(intern_var("clojure.core", "format")));
  return invoke(format, all.data(), static_cast<uint32_t>(all.size()));
}

// (BufferedReader. reader), (BufferedReader. reader size).
Value buffering_reader(Value cls, const Value* args, uint32_t count) {
  check_buffer_size(args, count);
  Value reader = io::wrap_reader(cls, args[0]);
  if (count > 1) io::set_buffer(reader, static_cast<size_t>(int_arg(args[1])));
  return reader;
}

void require_mark(Value reader, const char* message) {
  if (io::supports_mark(reader)) return;
  bool pushes_back = is_instance(find_class("java.io.PushbackReader"), reader);
  throw_error(Error::kIO, pushes_back ? "mark/reset not supported" : message);
}

}  // namespace

// Readers

CLJ_FN(string_reader_new) {
  require_target(args[0], "String", "length()", "s");
  string_arg(args[0]);
  return io::make_string_reader(args[0]);
}
CLJ_FN(file_reader_new) {
  Value path = make_string(path_arg(args[0]));
  return io::wrap_reader(find_class("java.io.FileReader"), io::open_file_reader(as_string(path), charset_arg(args, count, 1)));
}
CLJ_FN(input_stream_reader_new) {
  io::Charset charset = charset_arg(args, count, 1);
  Value cls = find_class("java.io.InputStreamReader");
  // Standard input is one for all who read it, as text or as bytes.
  if (is_stream(args[0], "java.io.InputStream")) {
    auto* stream = static_cast<InputStream*>(args[0].as_object());
    if (stream->source.is_nil() && stream->descriptor == 0 && charset == io::Charset::kUtf8) {
      return io::wrap_reader(cls, io::make_descriptor_reader(0, charset));
    }
  }
  return io::make_stream_reader(cls, args[0], charset, read_bytes);
}
CLJ_FN(buffered_reader_new) {
  return buffering_reader(roots.class_buffered_reader, args, count);
}
CLJ_FN(pushback_reader_new) {
  if (count > 1 && int_arg(args[1]) <= 0) throw_error(Error::kIllegalArgument, "size <= 0");
  Value reader = io::wrap_reader(find_class("java.io.PushbackReader"), args[0]);
  if (count > 1) io::set_room(reader, static_cast<size_t>(int_arg(args[1])));
  return reader;
}
CLJ_FN(line_reader_new) {  // the size is that of the buffer around which it pushes back
  return buffering_reader(roots.class_line_numbering_pushback_reader, args, count);
}
CLJ_FN(line_number_reader_new) {
  Value reader = buffering_reader(find_class("java.io.LineNumberReader"), args, count);
  io::set_line_number(reader, 0);
  return reader;
}
CLJ_FN(reader_read) {
  if (count == 1) return integer(io::read(args[0]));
  CharArray* array = object_arg<CharArray>(args[1], "[C");
  int64_t offset = count > 2 ? to_long(args[2]) : 0, length = count > 2 ? to_long(args[3]) : array->length;
  if (offset < 0 || length < 0 || offset + length > array->length) {
    throw_errorf(Error::kIndexOutOfBounds, "Range [%ld, %ld + %ld) out of bounds for length %ld", static_cast<long>(offset),
                 static_cast<long>(offset), static_cast<long>(length), static_cast<long>(array->length));
  }
  if (length == 0) return integer(0);
  std::u16string read;
  if (!io::read_some(args[0], static_cast<size_t>(length), read)) return integer(-1);
  std::copy(read.begin(), read.end(), array->items() + offset);
  return integer(static_cast<int32_t>(read.size()));
}
CLJ_FN(reader_mark_supported) { return boolean(io::supports_mark(args[0])); }
CLJ_FN(reader_mark) {
  require_mark(args[0], "mark() not supported");
  if (int_arg(args[1]) < 0) throw_error(Error::kIllegalArgument, "Read-ahead limit < 0");
  io::mark(args[0], static_cast<size_t>(int_arg(args[1])));
  return Value::nil();
}
CLJ_FN(reader_reset) {
  require_mark(args[0], "reset() not supported");
  io::reset(args[0]);
  return Value::nil();
}
CLJ_FN(reader_read_line) { return io::read_line(args[0]); }
CLJ_FN(reader_ready) { return boolean(io::is_ready(args[0])); }
CLJ_FN(reader_close) {
  io::close_reader(args[0]);
  return Value::nil();
}
CLJ_FN(reader_unread) {
  if (auto* array = try_cast<CharArray>(args[1])) {
    int64_t offset = count > 2 ? to_long(args[2]) : 0, length = count > 2 ? to_long(args[3]) : array->length;
    if (offset < 0 || length < 0 || offset + length > array->length) throw_bad_range(offset, offset + length, array->length);
    io::unread(args[0], {array->items() + offset, static_cast<size_t>(length)});
    return Value::nil();
  }
  // As on the JVM, the end of the text (-1) becomes the character U+FFFF.
  io::unread(args[0], static_cast<char16_t>(is_int(args[1]) ? to_long(args[1]) : to_int(args[1])));
  return Value::nil();
}
CLJ_FN(reader_skip) {
  bool goes_back = is_instance(find_class("java.io.StringReader"), args[0]);
  if (to_long(args[1]) < 0 && !goes_back) {
    bool numbers_lines = is_instance(find_class("java.io.LineNumberReader"), args[0]);
    throw_error(Error::kIllegalArgument, numbers_lines ? "skip() value is negative" : "skip value is negative");
  }
  int64_t n = 0;
  for (int64_t wanted = to_long(args[1]); n < wanted && io::read(args[0]) != io::kEnd;) ++n;
  return make_long(n);
}
CLJ_FN(reader_line_number) { return integer(static_cast<int32_t>(io::line_number(args[0]))); }
CLJ_FN(reader_column_number) { return integer(static_cast<int32_t>(io::column_number(args[0]))); }
CLJ_FN(reader_set_line_number) {
  io::set_line_number(args[0], to_long(args[1]));
  return Value::nil();
}

// Writers

namespace {
bool is_path(Value v) { return is_string(v) || is_stream(v, "java.io.File"); }

Value stream_writer(Value stream, io::Charset charset) {
  Value cls = find_class("java.io.OutputStreamWriter");
  // System.out and its like are writers here: what is written to them is text, not bytes.
  return is_kind(stream, Kind::kWriter) ? io::wrap_writer(cls, stream) : io::make_stream_writer(cls, stream, charset);
}
// A PrintStream keeps nothing to itself.
void flush_print_stream(Value writer) {
  if (!io::is_print_stream(writer)) return;
  if (cast<io::Writer>(writer)->has_flag(io::Writer::kEncodes)) io::pass_on_bytes(writer);
  else io::newline_written(writer);
}

}  // namespace

CLJ_FN(string_writer_new) {
  if (count > 0 && int_arg(args[0]) < 0) throw_error(Error::kIllegalArgument, "Negative buffer size");
  return io::make_string_writer();
}
CLJ_FN(file_writer_new) {
  Value path = make_string(path_arg(args[0]));
  Value target = io::open_file_writer(as_string(path), count > 1 && args[1].is_true(), io::Charset::kUtf8);
  return io::wrap_writer(find_class("java.io.FileWriter"), target);
}
CLJ_FN(output_stream_writer_new) {
  return stream_writer(args[0], charset_arg(args, count, 1));
}
CLJ_FN(buffered_writer_new) {
  check_buffer_size(args, count);
  return io::make_buffered_writer(args[0]);
}
CLJ_FN(print_writer_new) {
  bool names_file = is_path(args[0]);
  Value target = names_file ? open_output_file(args[0], false) : args[0];
  if (names_file || is_instance(roots.class_output_stream, target)) {
    target = io::make_buffered_writer(stream_writer(target, names_file ? charset_arg(args, count, 1) : io::Charset::kUtf8));
  }
  Value made = io::wrap_writer(roots.class_print_writer, target);
  if (!names_file && count > 1 && args[1].truthy()) cast<io::Writer>(made)->set_flag(io::Writer::kFlushesLines);
  return made;
}
CLJ_FN(print_stream_new) {
  Value cls = roots.class_print_stream;
  if (is_path(args[0])) return io::make_stream_writer(cls, open_output_file(args[0], false), charset_arg(args, count, 1));
  if (is_kind(args[0], Kind::kWriter)) return io::wrap_writer(cls, args[0]);
  Value made = io::make_stream_writer(cls, args[0], charset_arg(args, count, 2));
  if (count > 1 && args[1].truthy()) cast<io::Writer>(made)->set_flag(io::Writer::kFlushesLines);
  return made;
}
CLJ_FN(system_out) {
  return standard_stream(roots.system_out, [] { return io::wrap_writer(roots.class_print_stream, cast<Var>(roots.var_out)->root.load()); });
}
CLJ_FN(system_err) {
  return standard_stream(roots.system_err, [] { return io::wrap_writer(roots.class_print_stream, cast<Var>(roots.var_err)->root.load()); });
}
// What Clojure's own *in*, *out* and *err* have stays as it is, as on the JVM.
CLJ_FN(system_set_in) {
  roots.system_in = args[0];
  return Value::nil();
}
CLJ_FN(system_set_out) {
  roots.system_out = args[0];
  return Value::nil();
}
CLJ_FN(system_set_err) {
  roots.system_err = args[0];
  return Value::nil();
}
CLJ_FN(writer_write) {
  if (is_kind(args[1], Kind::kByteArray)) throw_no_overload(args[0], "write", count - 1);
  if (args[1].is_nil()) {
    if (is_assignable(base_class_of(args[0]), roots.class_string_writer)) {  // a StringBuffer appends it
      args[1] = ascii("null");
    } else {
      bool print_writer = is_assignable(base_class_of(args[0]), roots.class_print_writer);
      throw_error(Error::kNullPointer, print_writer ? "Cannot invoke \"String.length()\" because \"s\" is null"
                                                    : "Cannot invoke \"String.length()\" because \"str\" is null");
    }
  }
  io::write_directly(args[0], as_string(text_arg(args, count)));
  return Value::nil();
}
// Of a PrintStream: bytes, or one as an int.
CLJ_FN(print_stream_write) {
  if (count == 2 && is_number(args[1])) {
    char byte = static_cast<char>(to_long(args[1]));
    io::write_bytes(args[0], {&byte, 1});
    return Value::nil();
  }
  if (!is_kind(args[1], Kind::kByteArray)) return writer_write(args, count);
  ByteArray* array = cast<ByteArray>(args[1]);
  int64_t offset = count > 3 ? to_long(args[2]) : 0, length = count > 3 ? to_long(args[3]) : array->length;
  if (offset < 0 || length < 0 || offset + length > array->length) throw_bad_range(offset, offset + length, array->length);
  // A copy: the write may block, and the array may change meanwhile.
  io::write_bytes(args[0], std::string(reinterpret_cast<const char*>(array->items()) + offset, static_cast<size_t>(length)));
  return Value::nil();
}
CLJ_FN(writer_append) {
  Value text = args[1].is_nil() ? ascii("null") : args[1].is_character() ? str_value(args[1]) : args[1];
  const String* all = char_sequence_arg(text);
  if (count > 2) {
    int64_t from = int_arg(args[2]), to = int_arg(args[3]);
    if (from < 0 || from > to || to > all->length) throw_bad_range(from, to, all->length);
    all = as_string(substring(all, static_cast<uint32_t>(from), static_cast<uint32_t>(to)));
  }
  io::write(args[0], all);
  flush_print_stream(args[0]);
  return args[0];
}
CLJ_FN(writer_flush) {
  io::flush_directly(args[0]);
  return Value::nil();
}
CLJ_FN(writer_close) {
  io::close_directly(args[0]);
  return Value::nil();
}
CLJ_FN(writer_check_error) { return boolean(io::check_error(args[0])); }
CLJ_FN(writer_print) {
  io::write(args[0], as_string(printed(args[1])));
  flush_print_stream(args[0]);
  return Value::nil();
}
CLJ_FN(writer_println) {
  if (count > 1) io::write(args[0], as_string(printed(args[1])));
  io::write_unit(args[0], u'\n');
  auto* writer = try_cast<io::Writer>(args[0]);
  if (writer && writer->has_flag(io::Writer::kFlushesLines)) io::flush(args[0]);
  else flush_print_stream(args[0]);
  return Value::nil();
}
CLJ_FN(writer_new_line) {
  io::write_unit(args[0], u'\n');
  return Value::nil();
}
CLJ_FN(writer_printf) {
  bool with_locale = count > 2 && !is_string(args[1]) && is_instance(find_class("java.util.Locale"), args[1]);
  io::write(args[0], as_string(formatted(with_locale ? args + 1 : args, count - with_locale)));
  flush_print_stream(args[0]);
  return args[0];
}
// The historical names of charsets, as InputStreamReader and OutputStreamWriter give them.
CLJ_FN(stream_encoding) {
  static constexpr const char* kNames[] = {"UTF8", "ISO8859_1", "ASCII", "UTF-16", "UnicodeBigUnmarked", "UnicodeLittleUnmarked",
                                           "Cp1252", "ISO8859_15"};
  const auto* writer = try_cast<io::Writer>(args[0]);
  io::Charset charset = writer ? writer->charset : cast<io::Reader>(args[0])->charset;
  return make_string(kNames[static_cast<size_t>(charset)]);
}
CLJ_FN(string_writer_text) { return io::written_text(args[0]); }

}  // namespace clj::builtins::host
