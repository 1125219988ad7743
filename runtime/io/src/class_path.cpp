#include "clj/io/class_path.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>

#include "clj/base/archive.h"
#include "clj/base/file.h"
#include "clj/core/error.h"
#include "clj/gc/heap.h"
#include "clj/io/file_error.h"

namespace clj::io {
namespace {

constexpr std::string_view kJarPrefix = "jar:file:";
constexpr std::string_view kJarSeparator = "!/";

struct Root {
  std::string path;        // of a folder as given, of an archive absolute
  const Archive* archive;  // nullptr: a folder
};
std::vector<std::string> given;
std::vector<Root> roots_in_order;

// Archives by absolute path, open until the process ends.
std::map<std::string, std::unique_ptr<Archive>> archives;
std::mutex archives_mutex;

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::string absolute(const std::string& path) {
  char resolved[PATH_MAX];
  return realpath(system_path(path), resolved) ? resolved : path;
}

const Archive* archive_at(const std::string& path) {
  std::lock_guard lock(archives_mutex);
  std::unique_ptr<Archive>& archive = archives[path];
  std::string error;
  if (archive == nullptr) archive = Archive::open(path, error);
  if (archive == nullptr) throw_error(Error::kIO, path + ": this file " + error);
  return archive.get();
}

bool is_folder(const std::string& path) {
  struct stat status;
  return stat(system_path(path), &status) == 0 && S_ISDIR(status.st_mode);
}

bool exists(const std::string& path) {
  struct stat status;
  return stat(system_path(path), &status) == 0;
}

std::vector<std::string> jars_in(const std::string& folder) {
  std::vector<std::string> jars;
  DIR* directory = opendir(system_path(folder));
  if (directory == nullptr) return jars;
  while (dirent* entry = readdir(directory)) {
    if (ends_with(entry->d_name, ".jar") || ends_with(entry->d_name, ".JAR")) jars.push_back(folder + "/" + entry->d_name);
  }
  closedir(directory);
  std::sort(jars.begin(), jars.end());
  return jars;
}

void add_root(const std::string& entry) {
  if (is_folder(entry)) {
    roots_in_order.push_back({entry, nullptr});
  } else if (exists(entry) || ends_with(entry, ".jar") || ends_with(entry, ".zip")) {
    std::string path = absolute(entry);
    roots_in_order.push_back({path, archive_at(path)});
  } else {
    roots_in_order.push_back({entry, nullptr});  // may come to be while the program runs
  }
}

std::string place_in(const Root& root, std::string_view name) {
  if (root.archive != nullptr) return root.archive->contains(name) ? place_in_archive(root.path, name) : "";
  std::string path = root.path + "/" + std::string(name);
  return exists(path) ? path : "";
}

}  // namespace

void set_class_path(const std::vector<std::string>& entries) {
  given = entries;
  roots_in_order.clear();
  for (const std::string& entry : entries) {
    if (entry == "*" || ends_with(entry, "/*")) {
      for (const std::string& jar : jars_in(entry == "*" ? "." : entry.substr(0, entry.size() - 2))) add_root(jar);
    } else {
      add_root(entry);
    }
  }
}

const std::vector<std::string>& class_path() { return given; }

std::string find_on_class_path(std::string_view name) {
  gc::BlockingRegion region;
  for (const Root& root : roots_in_order) {
    std::string place = place_in(root, name);
    if (!place.empty()) return place;
  }
  return "";
}

std::vector<std::string> find_all_on_class_path(std::string_view name) {
  gc::BlockingRegion region;
  std::vector<std::string> places;
  for (const Root& root : roots_in_order) {
    std::string place = place_in(root, name);
    if (!place.empty()) places.push_back(std::move(place));
  }
  return places;
}

bool is_in_archive(std::string_view place) {
  return place.substr(0, kJarPrefix.size()) == kJarPrefix && place.find(kJarSeparator) != place.npos;
}

std::string read_place(const std::string& place) {
  std::string text;
  if (is_in_archive(place)) {
    size_t separator = place.find(kJarSeparator);
    std::string path = place.substr(kJarPrefix.size(), separator - kJarPrefix.size());
    std::string error;
    const Archive* archive = archive_at(path);
    if (!archive->read(place.substr(separator + kJarSeparator.size()), text, error)) {
      throw_error(archive->contains(place.substr(separator + kJarSeparator.size())) ? Error::kIO : Error::kFileNotFound,
                  path + ": this file " + error);
    }
    return text;
  }
  if (is_folder(place)) throw_file_not_found(place, EISDIR);
  if (!read_file(place, text)) throw_file_not_found(place, errno);
  return text;
}

std::vector<std::string> names_in_archive(const std::string& path) { return archive_at(absolute(path))->names(); }

std::string place_in_archive(const std::string& path, std::string_view name) {
  return std::string(kJarPrefix) + absolute(path) + std::string(kJarSeparator) + std::string(name);
}

}  // namespace clj::io
