// The source files below folders.
#pragma once
#include <string>
#include <vector>

#include "clj/core/munge.h"

namespace clj::driver {

// `path` itself when it is a file, else the files below it with an extension of Clojure sources,
// sorted; project.clj and hidden folders are left out. FileNotFoundException.
std::vector<std::string> source_files(const std::string& path);
// Has the file the name of a source, of Clojure or ClojureScript, or is it hidden?
bool is_source_name(const std::string& name);
// The name of the namespace that a file below a class path root holds: path_of_namespace, of core, the other way around.
std::string namespace_of_path(std::string path);

}  // namespace clj::driver
