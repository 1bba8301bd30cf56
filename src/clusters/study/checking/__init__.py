"""What an extract holds and lacks, told before anything is modelled."""
