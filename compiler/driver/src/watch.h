// cljc build --watch: builds again whenever a source changes.
//
// Each build is a process of its own, the same program without --watch. What is watched are the
// sources below the class path's folders, the named file, deps.edn and resources; their sizes and
// times are looked at four times a second, which works on every file system.
#pragma once
#include <string>
#include <vector>

namespace clj::driver {

struct WatchRequest {
  std::vector<std::string> arguments;  // of the build: "build", options, files
  std::vector<std::string> places;     // files and folders
  std::string output;                  // is not watched
};
// Runs until the process is interrupted, or a build cannot be started: 1.
int watch(const WatchRequest& request);

}  // namespace clj::driver
