// java.io.File.
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "clj/base/file.h"
#include "named.h"
#include "streams.h"
#include "uri_syntax.h"

namespace clj::builtins::host {

namespace {

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

}  // namespace

std::string canonical_path(const std::string& path) {
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

bool is_directory(const std::string& path) {
  struct stat s;
  return status(path, s) && S_ISDIR(s.st_mode);
}

std::string path_arg(Value v) {
  if (is_stream(v, "java.io.File")) return text_of(v);
  return to_utf8(string_arg(v));
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
CLJ_FN(file_canonical_path) { return make_string(canonical_path(valid_path(args[0]))); }
CLJ_FN(file_canonical_file) { return make_file(canonical_path(valid_path(args[0]))); }
CLJ_FN(file_is_absolute) { return boolean(text_of(args[0]).rfind('/', 0) == 0); }
CLJ_FN(file_exists) {
  struct stat s;
  return boolean(status(text_of(args[0]), s));
}
CLJ_FN(file_is_directory) { return boolean(is_directory(text_of(args[0]))); }
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
namespace {

Value array_of(const std::string& class_name, gc::ValueList& elements) {
  Value array = make_object_array(elements.data(), elements.size());
  set_array_class(array, find_class("[L" + class_name + ";"));
  return array;
}

}  // namespace

CLJ_FN(file_list) {
  std::vector<std::string> names;
  if (!names_in(text_of(args[0]), names)) return Value::nil();
  gc::ValueList strings;
  for (const std::string& name : names) strings.push_back(make_string(name));
  return array_of("java.lang.String", strings);
}
CLJ_FN(file_list_files) {
  std::vector<std::string> names;
  std::string path = text_of(args[0]);
  if (!names_in(path, names)) return Value::nil();
  gc::ValueList files;
  for (const std::string& name : names) files.push_back(make_file(joined(path, name)));
  return array_of("java.io.File", files);
}
CLJ_FN(file_to_uri) {
  std::string path = absolute(text_of(args[0]));
  bool directory = path.back() != '/' && is_directory(path);
  return make_named("java.net.URI", "file:" + escaped(path) + (directory ? "/" : ""));
}
// The deprecated one, which escapes nothing.
CLJ_FN(file_to_url) {
  std::string path = absolute(text_of(args[0]));
  bool directory = path.back() != '/' && is_directory(path);
  return make_named("java.net.URL", "file:" + path + (directory ? "/" : ""));
}
CLJ_FN(file_hash) {
  return integer(static_cast<int32_t>(java_hash(as_string(static_cast<Named*>(args[0].as_object())->text)) ^ 1234321));
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
}  // namespace clj::builtins::host
