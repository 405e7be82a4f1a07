"""Words everyone shares: errors, status of a number, sides of the body, three-valued logic, words we never say."""
