# The executables. Sources of the mains: vm/main and compiler/driver.
