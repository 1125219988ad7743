#include "clj/base/archive.h"

#include <minizip/unzip.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "clj/base/file.h"

namespace clj {
namespace {

// The name leaves the archive, or could when somebody unpacks it.
bool is_unsafe(std::string_view name) {
  if (name.empty() || name.front() == '/') return true;
  for (size_t at = 0; at <= name.size();) {
    size_t end = std::min(name.find('/', at), name.size());
    if (name.substr(at, end - at) == "..") return true;
    at = end + 1;
  }
  return false;
}

// Nothing but the record that ends every archive.
bool is_empty_archive(const std::string& path) {
  constexpr std::string_view kEndRecord("PK\5\6\0\0\0\0\0\0\0\0", 12);
  std::string contents;
  return read_file(path, contents) && contents.size() >= 22 && contents.compare(0, kEndRecord.size(), kEndRecord) == 0;
}

}  // namespace

std::unique_ptr<Archive> Archive::open(const std::string& path, std::string& error) {
  struct stat status;
  if (stat(system_path(path), &status) != 0) {
    error = std::string("cannot be read: ") + std::strerror(errno);
    return nullptr;
  }
  std::unique_ptr<Archive> archive(new Archive());
  archive->file_ = unzOpen64(path.c_str());
  if (archive->file_ == nullptr && is_empty_archive(path)) return archive;  // minizip refuses those
  if (archive->file_ == nullptr) {
    error = "is not a zip archive, or is cut off";
    return nullptr;
  }
  if (!archive->read_index(error)) return nullptr;
  return archive;
}

Archive::~Archive() {
  if (file_ != nullptr) unzClose(file_);
}

bool Archive::read_index(std::string& error) {
  unz_global_info64 info;
  if (unzGetGlobalInfo64(file_, &info) != UNZ_OK) {
    error = "is a damaged archive";
    return false;
  }
  int status = info.number_entry == 0 ? UNZ_END_OF_LIST_OF_FILE : unzGoToFirstFile(file_);
  for (; status == UNZ_OK; status = unzGoToNextFile(file_)) {
    unz_file_info64 entry;
    unz64_file_pos position;
    status = unzGetCurrentFileInfo64(file_, &entry, nullptr, 0, nullptr, 0, nullptr, 0);
    if (status != UNZ_OK) break;
    std::string name(entry.size_filename, '\0');
    status = unzGetCurrentFileInfo64(file_, &entry, name.data(), name.size(), nullptr, 0, nullptr, 0);
    if (status != UNZ_OK) break;
    if (is_unsafe(name)) {
      error = "has an entry outside of the archive: " + name;
      return false;
    }
    if (name.back() == '/') continue;
    status = unzGetFilePos64(file_, &position);
    if (status != UNZ_OK) break;
    entries_.push_back({std::move(name), position.pos_in_zip_directory, position.num_of_file});
  }
  if (status != UNZ_END_OF_LIST_OF_FILE) {
    error = "is a damaged archive";
    return false;
  }
  // Of two entries with one name the last counts, as for java.util.zip.
  std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
  return true;
}

const Archive::Entry* Archive::find(std::string_view name) const {
  auto after = std::upper_bound(entries_.begin(), entries_.end(), name,
                                [](std::string_view wanted, const Entry& entry) { return wanted < entry.name; });
  return after == entries_.begin() || (after - 1)->name != name ? nullptr : &*(after - 1);
}

// In pieces: the size that the index declares is not to be trusted with an allocation.
bool Archive::read_open_entry(std::string& contents) const {
  char piece[65536];
  int bytes;
  while ((bytes = unzReadCurrentFile(file_, piece, sizeof piece)) > 0) contents.append(piece, static_cast<size_t>(bytes));
  bool closed = unzCloseCurrentFile(file_) == UNZ_OK;  // compares the checksum
  return bytes == 0 && closed;
}

bool Archive::read(std::string_view name, std::string& contents, std::string& error) const {
  const Entry* entry = find(name);
  if (entry == nullptr) {
    error = "has no entry " + std::string(name);
    return false;
  }
  std::lock_guard lock(mutex_);
  unz64_file_pos position{entry->directory_offset, entry->number};
  contents.clear();
  if (unzGoToFilePos64(file_, &position) != UNZ_OK || unzOpenCurrentFile(file_) != UNZ_OK || !read_open_entry(contents)) {
    error = "has a damaged entry " + std::string(name);
    return false;
  }
  return true;
}

std::vector<std::string> Archive::names() const {
  std::vector<std::string> names;
  for (const Entry& entry : entries_) names.push_back(entry.name);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace clj
