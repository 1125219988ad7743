// java.io.File, and java.net.URL and URI as far as files need them.
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "clj/base/file.h"
#include "clj/exec/bundle.h"
#include "clj/io/charset.h"
#include "clj/io/class_path.h"
#include "streams.h"

namespace clj::builtins::host {

namespace {

// A File, URL or URI: its text.
struct Named : HostObject {
  static constexpr uint16_t kSlots = 2;
  Value text;  // String
};

Value make_named(const char* class_name, std::string_view text) {
  Value type = find_class(class_name);
  Value string = make_string(text);
  auto* object = gc::make<Named>();
  object->type = type;
  object->text = string;
  return Value::object(object);
}

std::string text_of(Value v) { return to_utf8(static_cast<Named*>(v.as_object())->text); }

// Without doubled slashes and without one at the end, as File keeps its path.
std::string normal_path(std::string_view path) {
  std::string out;
  for (char c : path) {
    if (c == '/' && !out.empty() && out.back() == '/') continue;
    out.push_back(c);
  }
  if (out.size() > 1 && out.back() == '/') out.pop_back();
  return out;
}

std::string absolute(const std::string& path) {
  if (!path.empty() && path[0] == '/') return path;
  char directory[PATH_MAX];
  std::string base = getcwd(directory, sizeof directory) ? directory : ".";
  return path.empty() ? base : base + "/" + path;
}

std::string valid_path(Value file) {
  std::string path = text_of(file);
  if (path.find('\0') != std::string::npos) throw_error(Error::kIO, "Invalid file path");
  return path;
}

// Without . and .. and symbolic links, as far as the path exists.
std::string canonical(const std::string& path) {
  std::string full = absolute(path);
  char resolved[PATH_MAX];
  if (realpath(system_path(full), resolved)) return resolved;
  std::vector<std::string> parts;
  for (size_t at = 0; at < full.size();) {
    size_t end = std::min(full.find('/', at), full.size());
    std::string part = full.substr(at, end - at);
    at = end + 1;
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      if (!parts.empty()) parts.pop_back();
    } else {
      parts.push_back(part);
    }
  }
  std::string out;
  for (const std::string& part : parts) out += "/" + part;
  return out.empty() ? "/" : out;
}

bool status(const std::string& path, struct stat& s) {
  gc::BlockingRegion region;
  return ::stat(system_path(path), &s) == 0;
}

// The parent's path; false when there is none.
bool parent_path(const std::string& path, std::string& parent) {
  size_t slash = path.rfind('/');
  if (slash == std::string::npos) return false;
  if (slash == 0) {
    if (path.size() == 1) return false;
    parent = "/";
  } else {
    parent = path.substr(0, slash);
  }
  return true;
}

bool names_in(const std::string& path, std::vector<std::string>& names) {
  gc::BlockingRegion region;
  DIR* directory = opendir(system_path(path));
  if (!directory) return false;
  while (dirent* entry = readdir(directory)) {
    std::string name = entry->d_name;
    if (name != "." && name != "..") names.push_back(name);
  }
  closedir(directory);
  return true;
}

std::string joined(const std::string& parent, const std::string& child) {
  if (parent.empty()) return normal_path("/" + child);
  return normal_path(parent + "/" + child);
}

bool make_directory(const std::string& path) {
  gc::BlockingRegion region;
  return ::mkdir(system_path(path), 0777) == 0;
}

std::string escaped(const std::string& path) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (unsigned char c : path) {
    if (std::isalnum(c) || std::strchr("/-_.~!$&'()*+,;=:@", c)) {
      out.push_back(static_cast<char>(c));
    } else {
      out += {'%', kHex[c >> 4], kHex[c & 15]};
    }
  }
  return out;
}

std::string unescaped(const std::string& text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      out.push_back(static_cast<char>(std::strtol(text.substr(i + 1, 2).c_str(), nullptr, 16)));
      i += 2;
    } else {
      out.push_back(text[i]);
    }
  }
  return out;
}

// scheme:[//[user@]host[:port]]path[?query][#fragment]
struct UriParts {
  std::string scheme, host, path, file;  // file: the path and the query
  bool opaque = false;
};
UriParts parse_uri(const std::string& text) {
  UriParts parts;
  std::string rest = text;
  size_t colon = rest.find(':');
  if (colon != std::string::npos && rest.find('/') >= colon) {
    parts.scheme = rest.substr(0, colon);
    rest = rest.substr(colon + 1);
    parts.opaque = rest[0] != '/';
  }
  if (rest.rfind("//", 0) == 0) {
    size_t end = std::min(rest.find_first_of("/?#", 2), rest.size());
    std::string authority = rest.substr(2, end - 2);
    authority.erase(0, authority.rfind('@') + 1);
    size_t bracket = authority.rfind(']');  // of an IPv6 address
    parts.host = authority.substr(0, authority.find(':', bracket == std::string::npos ? 0 : bracket));
    rest = rest.substr(end);
  }
  parts.path = rest.substr(0, rest.find_first_of("?#"));
  parts.file = rest.substr(0, rest.find('#'));
  return parts;
}

// Why a text is no URI by the grammar of java.net.URI, and where; no reason when it is one.
struct UriFault {
  std::string reason;
  size_t index = 0;
};

bool is_uri_character(unsigned char c, std::string_view more) {
  return c >= 0x80 || std::isalnum(c) || std::string_view("-_.!~*'();:@&=+$,%").find(static_cast<char>(c)) != std::string_view::npos ||
         more.find(static_cast<char>(c)) != std::string_view::npos;
}

UriFault check_part(const std::string& text, size_t from, size_t to, std::string_view more, const char* part) {
  for (size_t i = from; i < to; ++i) {
    auto c = static_cast<unsigned char>(text[i]);
    if (!is_uri_character(c, more)) return {std::string("Illegal character in ") + part, i};
    if (c == '%' && !(i + 2 < to && std::isxdigit(static_cast<unsigned char>(text[i + 1])) &&
                      std::isxdigit(static_cast<unsigned char>(text[i + 2])))) {
      return {"Malformed escape pair", i};
    }
  }
  return {};
}

UriFault uri_fault(const std::string& text) {
  size_t at = 0, n = text.size(), colon = text.find_first_of("/?#:");
  if (colon != std::string::npos && text[colon] == ':') {
    if (colon == 0) return {"Expected scheme name", 0};
    for (size_t i = 0; i < colon; ++i) {
      auto c = static_cast<unsigned char>(text[i]);
      bool allowed = c < 0x80 && (std::isalpha(c) || (i > 0 && (std::isdigit(c) || c == '+' || c == '-' || c == '.')));
      if (!allowed) return {"Illegal character in scheme name", i};
    }
    at = colon + 1;
    if (at == n || text[at] == '#') return {"Expected scheme-specific part", at};
    if (text[at] != '/') {
      size_t end = std::min(text.find('#', at), n);
      UriFault fault = check_part(text, at, end, "/?[]", "opaque part");
      return fault.reason.empty() && end < n ? check_part(text, end + 1, n, "/?[]", "fragment") : fault;
    }
  }
  UriFault fault;
  if (text.compare(at, 2, "//") == 0) {
    size_t end = std::min(text.find_first_of("/?#", at + 2), n);
    if (end == at + 2 && end == n) return {"Expected authority", end};
    fault = check_part(text, at + 2, end, "[]", "authority");
    if (!fault.reason.empty()) return {fault.reason, fault.reason[0] == 'I' ? at + 2 : fault.index};
    at = end;
  }
  size_t path_end = std::min(text.find_first_of("?#", at), n);
  fault = check_part(text, at, path_end, "/", "path");
  if (!fault.reason.empty() || path_end == n) return fault;
  size_t query_end = text[path_end] == '?' ? std::min(text.find('#', path_end), n) : path_end;
  if (query_end > path_end) fault = check_part(text, path_end + 1, query_end, "/?[]", "query");
  if (!fault.reason.empty() || query_end == n) return fault;
  return check_part(text, query_end + 1, n, "/?[]", "fragment");
}

// The index counts the string's units, not its bytes.
Value uri_syntax_exception(const std::string& text, const UriFault& fault) {
  Value details[] = {make_string(text), make_string(fault.reason),
                     make_int(static_cast<int32_t>(as_string(make_string(text.substr(0, fault.index)))->length))};
  return construct(find_class("java.net.URISyntaxException"), details, 3);
}

Value string_or_nil(const std::string& text) { return text.empty() ? Value::nil() : make_string(text); }

// The scheme of files that were built into a bundle.
constexpr std::string_view kBundleScheme = "resource:/";

}  // namespace

std::string path_arg(Value v) {
  if (is_stream(v, "java.io.File")) return text_of(v);
  return to_utf8(string_arg(v));
}

Value place_url(const std::string& place) {
  if (io::is_in_archive(place)) return make_named("java.net.URL", escaped(place));
  struct stat s;
  bool directory = status(place, s) && S_ISDIR(s.st_mode);
  return make_named("java.net.URL", "file:" + escaped(canonical(place)) + (directory ? "/" : ""));
}
Value bundle_resource_url(std::string_view name) {
  return make_named("java.net.URL", std::string(kBundleScheme) + std::string(name));
}

Value make_file(std::string_view path) { return make_named("java.io.File", normal_path(path)); }

CLJ_FN(file_new) {
  if (count == 1) {
    if (is_stream(args[0], "java.net.URI")) return make_file(unescaped(parse_uri(text_of(args[0])).path));
    require_constructor_argument(args[0].is_nil() || is_string(args[0]), "java.io.File");
    return make_file(path_arg(args[0]));
  }
  std::string child = path_arg(args[1]);
  if (args[0].is_nil()) return make_file(child);
  return make_named("java.io.File", joined(path_arg(args[0]), child));
}
CLJ_FN(file_path) { return static_cast<Named*>(args[0].as_object())->text; }
CLJ_FN(file_name) {
  std::string path = text_of(args[0]);
  return make_string(path.substr(path.rfind('/') + 1));
}
CLJ_FN(file_parent) {
  std::string parent;
  return parent_path(text_of(args[0]), parent) ? make_string(parent) : Value::nil();
}
CLJ_FN(file_parent_file) {
  std::string parent;
  return parent_path(text_of(args[0]), parent) ? make_file(parent) : Value::nil();
}
CLJ_FN(file_absolute_path) { return make_string(absolute(text_of(args[0]))); }
CLJ_FN(file_absolute_file) { return make_file(absolute(text_of(args[0]))); }
CLJ_FN(file_canonical_path) { return make_string(canonical(valid_path(args[0]))); }
CLJ_FN(file_canonical_file) { return make_file(canonical(valid_path(args[0]))); }
CLJ_FN(file_is_absolute) { return boolean(text_of(args[0]).rfind('/', 0) == 0); }
CLJ_FN(file_exists) {
  struct stat s;
  return boolean(status(text_of(args[0]), s));
}
CLJ_FN(file_is_directory) {
  struct stat s;
  return boolean(status(text_of(args[0]), s) && S_ISDIR(s.st_mode));
}
CLJ_FN(file_is_file) {
  struct stat s;
  return boolean(status(text_of(args[0]), s) && S_ISREG(s.st_mode));
}
CLJ_FN(file_is_hidden) {
  std::string path = text_of(args[0]);
  return boolean(path.substr(path.rfind('/') + 1).rfind('.', 0) == 0);
}
CLJ_FN(file_can_read) { return boolean(::access(system_path(text_of(args[0])), R_OK) == 0); }
CLJ_FN(file_can_write) { return boolean(::access(system_path(text_of(args[0])), W_OK) == 0); }
CLJ_FN(file_can_execute) { return boolean(::access(system_path(text_of(args[0])), X_OK) == 0); }
CLJ_FN(file_length) {
  struct stat s;
  return make_long(status(text_of(args[0]), s) ? s.st_size : 0);
}
CLJ_FN(file_last_modified) {
  struct stat s;
  if (!status(text_of(args[0]), s)) return make_long(0);
  return make_long(s.st_mtim.tv_sec * 1000 + s.st_mtim.tv_nsec / 1000000);
}
CLJ_FN(file_mkdir) { return boolean(make_directory(text_of(args[0]))); }
CLJ_FN(file_mkdirs) {
  std::string path = text_of(args[0]);
  struct stat s;
  if (status(path, s) || path.find('\0') != std::string::npos) return boolean(false);
  for (size_t at = path.find('/', 1); at != std::string::npos; at = path.find('/', at + 1)) make_directory(path.substr(0, at));
  return boolean(make_directory(path));
}
CLJ_FN(file_create) {
  std::string path = valid_path(args[0]);
  struct stat s;
  if (status(path, s)) return boolean(false);
  int descriptor = ::open(system_path(path), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor < 0 && errno == EEXIST) return boolean(false);
  if (descriptor < 0) throw_error(Error::kIO, std::strerror(errno));
  ::close(descriptor);
  return boolean(true);
}
CLJ_FN(file_delete) {
  std::string path = text_of(args[0]);
  gc::BlockingRegion region;
  return boolean(::remove(system_path(path)) == 0);
}
CLJ_FN(file_rename) {
  std::string from = text_of(args[0]), to = path_arg(args[1]);
  gc::BlockingRegion region;
  return boolean(::rename(system_path(from), system_path(to)) == 0);
}
CLJ_FN(file_list) {
  std::vector<std::string> names;
  if (!names_in(text_of(args[0]), names)) return Value::nil();
  gc::ValueList strings;
  for (const std::string& name : names) strings.push_back(make_string(name));
  return make_object_array(strings.data(), strings.size());
}
CLJ_FN(file_list_files) {
  std::vector<std::string> names;
  std::string path = text_of(args[0]);
  if (!names_in(path, names)) return Value::nil();
  gc::ValueList files;
  for (const std::string& name : names) files.push_back(make_file(joined(path, name)));
  return make_object_array(files.data(), files.size());
}
CLJ_FN(file_to_uri) {
  std::string path = absolute(text_of(args[0]));
  struct stat s;
  bool directory = status(path, s) && S_ISDIR(s.st_mode) && path.back() != '/';
  return make_named("java.net.URI", "file:" + escaped(path) + (directory ? "/" : ""));
}
// The deprecated one, which escapes nothing.
CLJ_FN(file_to_url) {
  std::string path = absolute(text_of(args[0]));
  struct stat s;
  bool directory = status(path, s) && S_ISDIR(s.st_mode) && path.back() != '/';
  return make_named("java.net.URL", "file:" + path + (directory ? "/" : ""));
}
CLJ_FN(file_temp) {
  std::string prefix = to_utf8(string_arg(args[0]));
  if (as_string(args[0])->length < 3) {
    throw_error(Error::kIllegalArgument, "Prefix string \"" + prefix + "\" too short: length must be at least 3");
  }
  std::string suffix = args[1].is_nil() ? ".tmp" : to_utf8(string_arg(args[1]));
  std::string path = (count > 2 && !args[2].is_nil() ? path_arg(args[2]) : "/tmp") + "/" + prefix + "XXXXXX" + suffix;
  int descriptor = mkstemps(path.data(), static_cast<int>(suffix.size()));
  if (descriptor < 0) throw_error(Error::kIO, std::strerror(errno));
  ::close(descriptor);
  return make_file(path);
}
CLJ_FN(file_delete_on_exit) { return Value::nil(); }
CLJ_FN(named_equals) {
  if (!is_kind(args[1], Kind::kHostObject) || !(class_of(args[0]) == class_of(args[1]))) return boolean(false);
  return boolean(text_of(args[0]) == text_of(args[1]));
}
CLJ_FN(file_hash) {
  return integer(static_cast<int32_t>(java_hash(as_string(static_cast<Named*>(args[0].as_object())->text)) ^ 1234321));
}
CLJ_FN(named_hash) {
  return integer(static_cast<int32_t>(java_hash(as_string(static_cast<Named*>(args[0].as_object())->text))));
}
CLJ_FN(named_compare) {
  if (!(class_of(args[1]) == class_of(args[0]))) throw_class_cast(args[1], to_utf8(cast<Class>(class_of(args[0]))->name));
  return integer(text_of(args[0]).compare(text_of(args[1])));
}

CLJ_FN(uri_new) {
  std::string text = to_utf8(string_arg(args[0]));
  UriFault fault = uri_fault(text);
  if (!fault.reason.empty()) throw_value(uri_syntax_exception(text, fault));
  return make_named("java.net.URI", text);
}
CLJ_FN(uri_create) {
  std::string text = to_utf8(string_arg(args[0]));
  UriFault fault = uri_fault(text);
  if (!fault.reason.empty()) {
    Value cause = uri_syntax_exception(text, fault);
    throw_value(make_throwable(find_class("java.lang.IllegalArgumentException"), cast<Throwable>(cause)->message, cause, Value::nil()));
  }
  return make_named("java.net.URI", text);
}
CLJ_FN(uri_scheme) { return string_or_nil(parse_uri(text_of(args[0])).scheme); }
CLJ_FN(uri_host) { return string_or_nil(parse_uri(text_of(args[0])).host); }
CLJ_FN(uri_path) {
  UriParts parts = parse_uri(text_of(args[0]));
  // What has a scheme and does not begin with a slash has no path.
  if (parts.opaque) return Value::nil();
  return make_string(unescaped(parts.path));
}

namespace {

// A URL of a text. Its protocol is one that the host reads, in small letters.
Value make_url(std::string text) {
  std::string scheme = parse_uri(text).scheme, lower;
  for (char c : scheme) lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  bool valid = !scheme.empty() && std::isalpha(static_cast<unsigned char>(scheme[0])) &&
               std::all_of(scheme.begin(), scheme.end(), [](unsigned char c) { return std::isalnum(c) || c == '.' || c == '+' || c == '-'; });
  if (!valid) throw_named("java.net.MalformedURLException", make_string("no protocol: " + text));
  constexpr std::string_view kProtocols[] = {"file", "ftp", "http", "https", "jar", "jmod", "jrt", "mailto"};
  if (std::find(std::begin(kProtocols), std::end(kProtocols), lower) == std::end(kProtocols) && !text.starts_with(kBundleScheme)) {
    throw_named("java.net.MalformedURLException", make_string("unknown protocol: " + lower));
  }
  return make_named("java.net.URL", text.replace(0, lower.size(), lower));
}

}  // namespace

CLJ_FN(uri_to_url) {
  std::string text = text_of(args[0]);
  if (parse_uri(text).scheme.empty()) throw_error(Error::kIllegalArgument, "URI is not absolute");
  return make_url(text);
}
CLJ_FN(url_new) { return make_url(to_utf8(string_arg(args[0]))); }
CLJ_FN(url_path) { return make_string(parse_uri(text_of(args[0])).path); }
CLJ_FN(url_file) { return make_string(parse_uri(text_of(args[0])).file); }
CLJ_FN(url_host) { return make_string(parse_uri(text_of(args[0])).host); }
CLJ_FN(url_to_uri) { return make_named("java.net.URI", text_of(args[0])); }
CLJ_FN(url_open) {
  std::string text = text_of(args[0]);
  if (io::is_in_archive(text)) return open_input_bytes(io::read_place(unescaped(text)));
  if (text.compare(0, kBundleScheme.size(), kBundleScheme) == 0) {
    std::string bytes;
    if (!exec::read_resource(std::string_view(text).substr(kBundleScheme.size()), bytes)) throw_error(Error::kFileNotFound, text);
    return open_input_bytes(bytes);
  }
  return open_input_file(make_string(unescaped(parse_uri(text).path)));
}

}  // namespace clj::builtins::host
