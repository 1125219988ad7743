#include "watch.h"

#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <map>
#include <thread>

#include "clj/gc/heap.h"
#include "clj/launch/launch.h"

extern char** environ;

namespace clj::driver {
namespace {

namespace fs = std::filesystem;

// Of each file what shows that it has changed.
using Snapshot = std::map<std::string, std::string>;

void add_file(Snapshot& files, const std::string& path) {
  struct stat status;
  if (stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return;
  files[path] = std::to_string(status.st_size) + " " + std::to_string(status.st_mtim.tv_sec) + "." +
                std::to_string(status.st_mtim.tv_nsec);
}

Snapshot snapshot_of(const WatchRequest& request) {
  Snapshot files;
  for (const std::string& place : request.places) {
    std::error_code error;
    if (!fs::is_directory(place, error)) {
      add_file(files, place);
      continue;
    }
    auto options = fs::directory_options::skip_permission_denied;
    fs::recursive_directory_iterator entry(place, options, error), end;
    for (; !error && entry != end; entry.increment(error)) {
      std::string name = entry->path().filename().string();
      if (entry->is_directory(error)) {
        if (name.size() > 1 && name[0] == '.') entry.disable_recursion_pending();
      } else if (!name.ends_with(".tmp")) {
        add_file(files, entry->path().string());
      }
    }
  }
  files.erase(request.output);
  files.erase("./" + request.output);
  return files;
}

// The exit status, or -1 when the process could not be started.
int build_once(const WatchRequest& request) {
  std::string self = launch::attachments().path;
  std::vector<char*> argv{self.data()};
  std::vector<std::string> arguments = request.arguments;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  pid_t child;
  if (int error = posix_spawn(&child, self.c_str(), nullptr, nullptr, argv.data(), environ); error != 0) {
    launch::report_failure("cljc", self + ": " + std::strerror(error));
    return -1;
  }
  int status = 0;
  gc::BlockingRegion region;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

}  // namespace

int watch(const WatchRequest& request) {
  for (;;) {
    // Before the build: what changes meanwhile is built next.
    Snapshot built = snapshot_of(request);
    auto begin = std::chrono::steady_clock::now();
    int status = build_once(request);
    if (status < 0) return 1;
    double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    std::fprintf(stderr, "%s in %.2f s; watching %zu files\n", status == 0 ? "built" : "failed", seconds, built.size());
    do {
      gc::BlockingRegion region;
      std::this_thread::sleep_for(std::chrono::milliseconds(250));
    } while (snapshot_of(request) == built);
  }
}

}  // namespace clj::driver
