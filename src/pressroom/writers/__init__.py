"""Writers: each turns a resolved release into one format and reads it back; none knows another."""
