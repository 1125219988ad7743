// The class path: folders and archives in which sources and resources are looked up, in order.
//
// A place is where a file was found: a path, or for an entry of an archive its URL as the JVM
// prints it, "jar:file:/lib/x.jar!/a/b.clj".
//
// Threads  set_class_path runs before the program; everything else is safe from any thread.
// Errors   FileNotFoundException, IOException with the archive's path.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace clj::io {

// Opens the archives: each entry that is no folder is one, "folder/*" are all jars of a folder.
// A folder that is missing is left out, a missing archive is an error.
void set_class_path(const std::vector<std::string>& entries);
// The entries as they were given.
const std::vector<std::string>& class_path();

// The place of the file `name` ("a/b.clj") in the first entry that has one, or "".
std::string find_on_class_path(std::string_view name);
// The same in every entry.
std::vector<std::string> find_all_on_class_path(std::string_view name);
// Whether a place is inside an archive.
bool is_in_archive(std::string_view place);
// The bytes at a place.
std::string read_place(const std::string& place);
// The names of the files of an archive, below no particular folder.
std::vector<std::string> names_in_archive(const std::string& path);
// The place of a file in an archive.
std::string place_in_archive(const std::string& path, std::string_view name);

}  // namespace clj::io
