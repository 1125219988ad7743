#include "source_tree.h"

#include <algorithm>
#include <filesystem>

#include "clj/core/error.h"

namespace clj::driver {

namespace fs = std::filesystem;

namespace {

bool is_source(const fs::path& path) {
  std::string extension = path.extension().string();
  bool known = extension == ".clj" || extension == ".cljc" || extension == ".cljvm";
  return known && path.filename() != "project.clj" && path.filename() != "data_readers.clj" &&
         path.filename() != "data_readers.cljc";
}

}  // namespace

std::vector<std::string> source_files(const std::string& path) {
  std::error_code error;
  fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) throw_error(Error::kFileNotFound, path + " (No such file or directory)");
  if (!fs::is_directory(status)) return {path};
  std::vector<std::string> files;
  auto options = fs::directory_options::skip_permission_denied;
  fs::recursive_directory_iterator entry(path, options, error), end;
  for (; !error && entry != end; entry.increment(error)) {
    std::string name = entry->path().filename().string();
    if (entry->is_directory(error) && name.size() > 1 && name[0] == '.') {
      entry.disable_recursion_pending();
    } else if (is_source(entry->path()) && entry->is_regular_file(error)) {
      files.push_back(entry->path().lexically_normal().string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool is_source_name(const std::string& name) {
  std::string extension = fs::path(name).extension().string();
  bool hidden = name[0] == '.' || name.find("/.") != std::string::npos;
  return hidden || extension == ".clj" || extension == ".cljc" || extension == ".cljs" || extension == ".cljvm";
}

std::string namespace_of_path(std::string path) {
  for (char& c : path) c = c == '/' ? '.' : c == '_' ? '-' : c;
  return path;
}

}  // namespace clj::driver
